import { Controller } from '@nestjs/common';
import type { RequestKind } from '@pledge/contracts';
import {
  EngineerRegistered,
  EnquiryJoined,
  EnquiryReceived,
  OrderAssigned,
  RequestJoined,
  RequestReceived,
} from '@pledge/contracts/events';
import type { Cause, Heard } from '@pledge/messaging';
import { On, projection } from '@pledge/messaging';
import { DataSource } from 'typeorm';

type Report = Pick<
  Heard<typeof RequestReceived>['data'],
  'requestId' | 'number' | 'reportedBy' | 'publicToken' | 'mailId'
> & { readonly kind: RequestKind };

/** The messenger's own copies of whom to tell. */
@Controller()
export class CopiesReactions {
  constructor(private readonly db: DataSource) {}

  @On(RequestReceived, 'notifier-copies-reporter')
  received({ data }: Heard<typeof RequestReceived>, cause: Cause) {
    return this.reporter(data, null, cause);
  }

  @On(EnquiryJoined, 'notifier-copies-joined-enquirer')
  askedAgain({ data }: Heard<typeof EnquiryJoined>, cause: Cause) {
    return this.reporter(data, data.joinedTo.requestId, cause);
  }

  @On(RequestJoined, 'notifier-copies-joined-reporter')
  joined({ data }: Heard<typeof RequestJoined>, cause: Cause) {
    return this.reporter(data, data.joinedTo.requestId, cause);
  }

  @On(EnquiryReceived, 'notifier-copies-enquirer')
  enquired({ data }: Heard<typeof EnquiryReceived>, cause: Cause) {
    return this.reporter(data, null, cause);
  }

  @On(EngineerRegistered, 'notifier-copies-engineer')
  engineer({ data }: Heard<typeof EngineerRegistered>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into engineer_copy (engineer_id, name, phone, email) values ($1, $2, $3, $4)
         on conflict (engineer_id) do update set name = excluded.name, phone = excluded.phone, email = excluded.email`,
        [data.engineerId, data.name, data.phone, data.email],
      ),
    );
  }

  @On(OrderAssigned, 'notifier-copies-assignment')
  assigned({ data }: Heard<typeof OrderAssigned>, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into assignment_copy (request_id, assignment, engineer_id) values ($1, $2, $3)
         on conflict (request_id) do update set assignment = excluded.assignment, engineer_id = excluded.engineer_id
         where assignment_copy.assignment < excluded.assignment`,
        [data.requestId, data.assignment, data.engineerId],
      ),
    );
  }

  private reporter(report: Report, joinedTo: string | null, cause: Cause) {
    return projection(this.db, cause, (tx) =>
      tx.query(
        `insert into request_copy (request_id, number, joined_to, reporter_name, reporter_phone, reporter_email, public_token, mail_id, kind)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (request_id) do update set joined_to = null where excluded.joined_to is null`,
        [
          report.requestId,
          report.number,
          joinedTo,
          report.reportedBy.name,
          report.reportedBy.phone,
          report.reportedBy.email,
          report.publicToken,
          report.mailId ?? null,
          report.kind,
        ],
      ),
    );
  }
}
