import { Controller } from '@nestjs/common';
import type { Impact } from '@pledge/contracts';
import {
  EnquiryReceived,
  OrderAssigned,
  OrderClosed,
  OrderOpened,
  RequestClosed,
  RequestReceived,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import { NotYetReceived } from '@pledge/kernel';

/** Supervision's own copy of what a request is about, for the board. */
@Controller()
export class RequestCopies {
  constructor(private readonly db: DataSource) {}

  @On(RequestReceived, 'supervision-copies-request')
  received({ data }: Received<typeof RequestReceived>, cause: Cause) {
    return this.copy(data, data.impact, data.description, cause);
  }

  @On(EnquiryReceived, 'supervision-copies-enquiry')
  enquired({ data }: Received<typeof EnquiryReceived>, cause: Cause) {
    return this.copy(data, null, data.subject, cause);
  }

  @On(RequestClosed, 'supervision-takes-closed-off-board')
  closedByIntake({ data }: Received<typeof RequestClosed>, cause: Cause) {
    return this.note(data.requestId, 'open = $2', [false], cause);
  }

  @On(OrderOpened, 'supervision-copies-order')
  opened({ data }: Received<typeof OrderOpened>, cause: Cause) {
    return this.note(data.requestId, 'order_number = $2', [data.number], cause);
  }

  @On(OrderAssigned, 'supervision-copies-engineer')
  assigned({ data, sequence }: Received<typeof OrderAssigned>, cause: Cause) {
    const newer = `engineer_name = case when engineer_sequence < $3 then $2 else engineer_name end,
      engineer_sequence = greatest(engineer_sequence, $3)`;
    return this.note(data.requestId, newer, [data.engineerName, sequence], cause);
  }

  @On(OrderClosed, 'supervision-takes-request-off-board')
  closed({ data }: Received<typeof OrderClosed>, cause: Cause) {
    return this.note(data.requestId, 'open = $2', [false], cause);
  }

  private copy(
    about: Received<typeof RequestReceived>['data'] | Received<typeof EnquiryReceived>['data'],
    impact: Impact | null,
    words: string,
    cause: Cause,
  ) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into request_copy (request_id, number, kind, customer_id, customer_name, site_name, equipment_name, category, impact,
           description, received_at, open)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true) on conflict (request_id) do nothing`,
        [
          about.requestId,
          about.number,
          about.kind,
          about.customerId,
          about.customerName,
          about.siteName,
          about.equipmentName,
          about.category,
          impact,
          words,
          about.receivedAt,
        ],
      ),
    );
  }

  private note(requestId: string, change: string, values: readonly unknown[], cause: Cause) {
    return projection(this.db, cause, async (tx) => {
      const found: unknown[] = await tx.query(
        `with changed as (update request_copy set ${change} where request_id = $1 returning 1) select 1 from changed`,
        [requestId, ...values],
      );
      if (found.length === 0) throw new NotYetReceived(`request ${requestId}`, requestId);
    });
  }
}
