import { Controller } from '@nestjs/common';
import type { InputOf } from '@pledge/contracts/http';
import { answerByLink, confirmByLink, downloadByLink, uploadByLink, writeByLink } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import type { SentFile } from '@pledge/service-host';
import { AskedBy, Input, NotFound, Serves, Uploaded } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v5 as idOf, v7 as newId } from 'uuid';
import { Attachments } from '../attachments/attachments.commands.js';
import { attachmentAt, mayAttachByLink, mayUploadByLink } from '../attachments/attachments.query.js';
import { Enquiries } from '../enquiries/enquiries.commands.js';
import { Requests } from '../requests/requests.commands.js';
import { receiptOf } from '../requests/requests.query.js';
import { progressOf, requestIdOf } from '../timeline/progress.query.js';
import { Conversations } from './conversations.commands.js';

const namespace = '3c0a8f0e-8f5c-5b8e-9f51-1d6f5f7f2b11';

/** What whoever holds the link of a request may say about it, without signing in. */
@Controller()
export class LinksController {
  constructor(
    private readonly conversations: Conversations,
    private readonly requests: Requests,
    private readonly enquiries: Enquiries,
    private readonly attachments: Attachments,
    private readonly db: DataSource,
  ) {}

  @Serves(answerByLink)
  async answer(@Input() { params: { publicToken }, body }: InputOf<typeof answerByLink>, @AskedBy() cause: Cause) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    const { clarificationId, text: answer, attachmentIds } = body;
    await mayAttachByLink(this.db.manager, attachmentIds ?? [], requestId);
    await this.conversations.handle(
      requestId,
      { type: 'clarify', requestId, clarificationId, by: null, answer, attachmentIds },
      cause,
    );
    return progressOf(this.db.manager, publicToken);
  }

  @Serves(writeByLink)
  async write(@Input() { params: { publicToken }, body }: InputOf<typeof writeByLink>, @AskedBy() cause: Cause) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    await mayAttachByLink(this.db.manager, body.attachmentIds ?? [], requestId);
    await this.conversations.handle(
      requestId,
      { type: 'user-word', requestId, entryId: newId(), recordedBy: null, via: 'link', ...body },
      cause,
    );
    return progressOf(this.db.manager, publicToken);
  }

  @Serves(uploadByLink)
  async upload(
    @Input() { params: { publicToken } }: InputOf<typeof uploadByLink>,
    @Uploaded() { name, bytes }: SentFile,
    @AskedBy() { key }: Cause,
  ) {
    const requestId = await requestIdOf(this.db.manager, publicToken);
    await mayUploadByLink(this.db.manager, requestId);
    const attachmentId = idOf(`${publicToken}/${key}`, namespace);
    return this.attachments.store({ attachmentId, name, bytes, uploadedBy: null, customerId: null, requestId });
  }

  @Serves(downloadByLink)
  async download(@Input() { params: { publicToken, attachmentId } }: InputOf<typeof downloadByLink>) {
    const { conversation } = await progressOf(this.db.manager, publicToken);
    const shown = conversation.some(({ attachments }) => attachments.some(({ id }) => id === attachmentId));
    const row = shown ? await attachmentAt(this.db.manager, attachmentId) : undefined;
    if (!row) throw new NotFound();
    return this.attachments.open(row, false);
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
