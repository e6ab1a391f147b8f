import { Controller } from '@nestjs/common';
import {
  ClarificationAsked,
  ClarificationOverdue,
  EngineerDeparted,
  EnquiryJoined,
  EnquiryReceived,
  OrderClosed,
  ReplyWritten,
  RequestJoined,
  RequestReceived,
  RequestResponded,
} from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { DataSource } from 'typeorm';
import type { RequestReplica } from '../replicas/replicas.query.js';
import { reportersOf, requestReplica } from '../replicas/replicas.query.js';
import { asked, reminded, replied } from '../templates/in-conversation.js';
import { closed, departed, enquired, joined, received, responded } from '../templates/to-reporter.js';
import type { Wording } from '../templates/wording.js';
import { Around } from '../templates/around.js';
import { Telling } from './telling.service.js';

/** What who reported a fault is told. */
@Controller()
export class ReporterReactions {
  constructor(
    private readonly telling: Telling,
    private readonly db: DataSource,
    private readonly around: Around,
  ) {}

  @On(RequestReceived, 'notifier-tells-received')
  received({ id, data }: Received<typeof RequestReceived>, cause: Cause) {
    return this.tell(id, reported(data), received(data, this.around), cause);
  }

  @On(EnquiryReceived, 'notifier-tells-enquiry-received')
  enquired({ id, data }: Received<typeof EnquiryReceived>, cause: Cause) {
    return this.tell(id, reported(data), enquired(data, this.around), cause);
  }

  @On(RequestJoined, 'notifier-tells-joined')
  joined({ id, data }: Received<typeof RequestJoined>, cause: Cause) {
    return this.tell(id, reported(data), joined(data, this.around), cause);
  }

  @On(EnquiryJoined, 'notifier-tells-enquiry-joined')
  askedAgain({ id, data }: Received<typeof EnquiryJoined>, cause: Cause) {
    return this.tell(id, reported(data), joined(data, this.around), cause);
  }

  @On(RequestResponded, 'notifier-tells-responded')
  async responded({ id, data }: Received<typeof RequestResponded>, cause: Cause) {
    await this.tell(id, await requestReplica(this.db.manager, data.requestId), responded(data), cause);
  }

  /** What was said on the phone or on site was heard already. */
  @On(ReplyWritten, 'notifier-sends-reply')
  async replied({ id, data }: Received<typeof ReplyWritten>, cause: Cause) {
    const request = await requestReplica(this.db.manager, data.requestId);
    if (data.via === 'phone' || data.via === 'on-site') return;
    await this.tell(id, request, replied(data, request, this.around), cause);
  }

  @On(ClarificationAsked, 'notifier-asks-clarification')
  async asked({ id, data }: Received<typeof ClarificationAsked>, cause: Cause) {
    const request = await requestReplica(this.db.manager, data.requestId);
    await this.tell(id, request, asked(data, request, this.around), cause);
  }

  @On(ClarificationOverdue, 'notifier-reminds-of-clarification')
  async reminded({ id, data }: Received<typeof ClarificationOverdue>, cause: Cause) {
    const request = await requestReplica(this.db.manager, data.requestId);
    await this.tell(id, request, reminded(data, request, this.around), cause);
  }

  @On(EngineerDeparted, 'notifier-tells-departed')
  departed({ id, data }: Received<typeof EngineerDeparted>, cause: Cause) {
    return this.tellAll(id, data.requestId, (request) => departed(data, request, this.around), cause);
  }

  @On(OrderClosed, 'notifier-tells-closed')
  closed({ id, data }: Received<typeof OrderClosed>, cause: Cause) {
    return this.tellAll(id, data.requestId, (request) => closed(request, this.around), cause);
  }

  private async tellAll(eventId: string, requestId: string, word: (request: RequestReplica) => Wording, cause: Cause) {
    for (const request of await reportersOf(this.db.manager, requestId))
      await this.tell(eventId, request, word(request), cause);
  }

  private tell(
    eventId: string,
    { requestId, number, reporter, mailId }: Pick<RequestReplica, 'requestId' | 'number' | 'reporter' | 'mailId'>,
    wording: Wording,
    cause: Cause,
  ) {
    const to = { name: reporter.name, phone: reporter.phone, email: reporter.email };
    const about = { key: requestId, requestId, requestNumber: number, inReplyTo: mailId };
    const addressee = { audience: 'reporter', ...about, to } as const;
    return this.telling.tell(eventId, addressee, wording, cause);
  }
}

const reported = ({
  requestId,
  number,
  reportedBy,
  mailId,
}: Pick<Received<typeof RequestReceived>['data'], 'requestId' | 'number' | 'reportedBy' | 'mailId'>) => ({
  requestId,
  number,
  reporter: reportedBy,
  mailId: mailId ?? null,
});
