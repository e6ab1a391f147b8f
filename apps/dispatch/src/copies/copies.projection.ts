import { Controller } from '@nestjs/common';
import type { Fact } from '@pledge/contracts';
import {
  CustomerRegistered,
  PartCatalogued,
  PartsConsumed,
  PartsReserved,
  PartsShort,
  PurchaseOrderDrafted,
  SupportAnswered,
  SupportHandOffAccepted,
} from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';

const reservationSql = `
insert into reservation_copy (order_id, assignment, state, lines, missing, purchase_order_id, said_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (order_id) do update set assignment = excluded.assignment, state = excluded.state, lines = excluded.lines,
  missing = excluded.missing, purchase_order_id = excluded.purchase_order_id, said_at = excluded.said_at
where (excluded.assignment, excluded.said_at) >= (reservation_copy.assignment, reservation_copy.said_at)`;

/** Dispatch's own copies of what other departments said; what arrives late never overwrites what is newer. */
@Controller()
export class CopyReactions {
  constructor(private readonly db: DataSource) {}

  @On(CustomerRegistered, 'dispatch-copies-maintainer')
  customer({ data }: Heard<typeof CustomerRegistered>, cause: Cause) {
    const { customerId, maintainer, registeredAt } = data;
    return this.write(
      cause,
      `insert into customer_copy (customer_id, maintainer_id, said_at) values ($1, $2, $3)
       on conflict (customer_id) do update set maintainer_id = excluded.maintainer_id, said_at = excluded.said_at
       where excluded.said_at >= customer_copy.said_at`,
      [customerId, maintainer?.engineerId ?? null, registeredAt],
    );
  }

  @On(PartCatalogued, 'dispatch-copies-part')
  part({ data: { partId, name, model } }: Heard<typeof PartCatalogued>, cause: Cause) {
    return this.write(
      cause,
      `insert into part_copy (part_id, name, model) values ($1, $2, $3)
       on conflict (part_id) do update set name = excluded.name, model = excluded.model`,
      [partId, name, model],
    );
  }

  @On(PartsReserved, 'dispatch-copies-reservation')
  reserved({ data }: Heard<typeof PartsReserved>, cause: Cause) {
    return this.reservation(cause, data, {
      state: 'reserved',
      missing: [],
      purchaseOrderId: null,
      at: data.reservedAt,
    });
  }

  @On(PartsShort, 'dispatch-copies-shortage')
  short({ data }: Heard<typeof PartsShort>, cause: Cause) {
    const { missing, purchaseOrderId, shortAt } = data;
    return this.reservation(cause, data, { state: 'short', missing, purchaseOrderId, at: shortAt });
  }

  @On(PartsConsumed, 'dispatch-copies-consumption')
  consumed({ data: { orderId, lines } }: Heard<typeof PartsConsumed>, cause: Cause) {
    return this.write(
      cause,
      `insert into consumption_copy (order_id, lines) values ($1, $2)
       on conflict (order_id) do update set lines = excluded.lines`,
      [orderId, JSON.stringify(lines)],
    );
  }

  @On(PurchaseOrderDrafted, 'dispatch-copies-purchase-order')
  purchaseOrder({ data: { purchaseOrderId, number } }: Heard<typeof PurchaseOrderDrafted>, cause: Cause) {
    return this.write(
      cause,
      `insert into purchase_order_copy (purchase_order_id, number) values ($1, $2) on conflict do nothing`,
      [purchaseOrderId, number],
    );
  }

  @On(SupportHandOffAccepted, 'dispatch-copies-support-acceptance')
  supportAccepted({ data: { supportRequestId, acceptedBy } }: Heard<typeof SupportHandOffAccepted>, cause: Cause) {
    return this.write(
      cause,
      `insert into support_copy (support_request_id, accepted_by) values ($1, $2)
       on conflict (support_request_id) do update set accepted_by = excluded.accepted_by`,
      [supportRequestId, acceptedBy],
    );
  }

  @On(SupportAnswered, 'dispatch-copies-support-answer')
  supportAnswered({ data }: Heard<typeof SupportAnswered>, cause: Cause) {
    return this.write(
      cause,
      `insert into support_copy (support_request_id, answered_by, answer) values ($1, $2, $3)
       on conflict (support_request_id) do update set answered_by = excluded.answered_by, answer = excluded.answer`,
      [data.supportRequestId, data.answeredBy.name, data.answer],
    );
  }

  private reservation(
    cause: Cause,
    { orderId, assignment, lines }: Fact<typeof PartsReserved | typeof PartsShort>['data'],
    said: { state: string; missing: readonly object[]; purchaseOrderId: string | null; at: string },
  ): Promise<boolean> {
    const { state, missing, purchaseOrderId, at } = said;
    const values = [orderId, assignment, state, JSON.stringify(lines), JSON.stringify(missing), purchaseOrderId, at];
    return this.write(cause, reservationSql, values);
  }

  private write(cause: Cause, statement: string, values: readonly unknown[]): Promise<boolean> {
    return projection(this.db, cause, (tx) => tx.query(statement, [...values]));
  }
}
