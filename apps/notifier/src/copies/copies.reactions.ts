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
import type { Cause, Received } from '@pledge/messaging';
import { On, projection, writeReplica } from '@pledge/messaging';
import { DataSource } from 'typeorm';

type Report = Pick<
  Received<typeof RequestReceived>['data'],
  'requestId' | 'number' | 'reportedBy' | 'publicToken' | 'mailId'
> & { readonly kind: RequestKind };

/** The messenger's own copies of whom to tell. */
@Controller()
export class CopiesReactions {
  constructor(private readonly db: DataSource) {}

  @On(RequestReceived, 'notifier-copies-reporter')
  received({ data, sequence }: Received<typeof RequestReceived>, cause: Cause) {
    return this.reporter(data, null, sequence, cause);
  }

  @On(EnquiryJoined, 'notifier-copies-joined-enquirer')
  askedAgain({ data, sequence }: Received<typeof EnquiryJoined>, cause: Cause) {
    return this.reporter(data, data.joinedTo.requestId, sequence, cause);
  }

  @On(RequestJoined, 'notifier-copies-joined-reporter')
  joined({ data, sequence }: Received<typeof RequestJoined>, cause: Cause) {
    return this.reporter(data, data.joinedTo.requestId, sequence, cause);
  }

  @On(EnquiryReceived, 'notifier-copies-enquirer')
  enquired({ data, sequence }: Received<typeof EnquiryReceived>, cause: Cause) {
    return this.reporter(data, null, sequence, cause);
  }

  @On(EngineerRegistered, 'notifier-copies-engineer')
  engineer({ data: { engineerId, name, phone, email }, sequence }: Received<typeof EngineerRegistered>, cause: Cause) {
    const row = { table: 'engineer_copy', key: { engineer_id: engineerId }, columns: { name, phone, email } };
    return projection(this.db, cause, (tx) => writeReplica(tx, row, sequence));
  }

  @On(OrderAssigned, 'notifier-copies-assignment')
  assigned({ data, sequence }: Received<typeof OrderAssigned>, cause: Cause) {
    const columns = { assignment: data.assignment, engineer_id: data.engineerId };
    const row = { table: 'assignment_copy', key: { request_id: data.requestId }, columns };
    return projection(this.db, cause, (tx) => writeReplica(tx, row, sequence));
  }

  private reporter(report: Report, joinedTo: string | null, sequence: number, cause: Cause) {
    const { requestId, number, reportedBy, publicToken, mailId, kind } = report;
    const columns = {
      number,
      joined_to: joinedTo,
      reporter_name: reportedBy.name,
      reporter_phone: reportedBy.phone,
      reporter_email: reportedBy.email,
      public_token: publicToken,
      mail_id: mailId ?? null,
      kind,
    };
    const row = { table: 'request_copy', key: { request_id: requestId }, columns };
    return projection(this.db, cause, (tx) => writeReplica(tx, row, sequence));
  }
}
