import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { answerByLink, confirmByLink, writeByLink } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Enquiries } from '../enquiries/enquiries.commands.js';
import { Requests } from '../requests/requests.commands.js';
import { receiptOf } from '../requests/requests.query.js';
import { progressOf, requestIdOf } from '../timeline/progress.query.js';
import { Conversations } from './conversations.commands.js';

/** What whoever holds the link of a request may say about it, without signing in. */
@Controller()
export class LinksController {
  constructor(
    private readonly conversations: Conversations,
    private readonly requests: Requests,
    private readonly enquiries: Enquiries,
    private readonly db: DataSource,
  ) {}

  @Serves(answerByLink)
  async answer(@Input() { params: { publicToken }, body }: InputOf<typeof answerByLink>, @AskedBy() cause: Cause) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    const { clarificationId, text: answer } = body;
    await this.conversations.handle(
      requestId,
      { type: 'clarify', requestId, clarificationId, by: null, answer },
      cause,
    );
    return progressOf(this.db.manager, publicToken);
  }

  @Serves(writeByLink)
  async write(
    @Input() { params: { publicToken }, body: { text } }: InputOf<typeof writeByLink>,
    @AskedBy() cause: Cause,
  ) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    await this.conversations.handle(
      requestId,
      { type: 'user-word', requestId, entryId: newId(), recordedBy: null, text, via: 'link' },
      cause,
    );
    return progressOf(this.db.manager, publicToken);
  }

  @Serves(confirmByLink)
  async confirm(
    @Input() { params: { publicToken }, body: { works, note = '' } }: InputOf<typeof confirmByLink>,
    @AskedBy() cause: Cause,
  ) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    if (works) {
      const { kind, reportedBy } = await receiptOf(this.db.manager, requestId);
      const confirmation = { how: 'user-confirmed', by: reportedBy.name, note: note || null } as const;
      const door = kind === 'fault' ? this.requests : this.enquiries;
      await door.handle(requestId, { type: 'confirm', requestId, confirmation }, cause);
    } else {
      await this.conversations.handle(requestId, { type: 'dispute', requestId, entryId: newId(), note }, cause);
    }
    return progressOf(this.db.manager, publicToken);
  }
}
