import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { downloadAttachment, uploadAttachment } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import type { SentFile } from '@pledge/service-host';
import { AskedBy, Caller, Input, NotFound, Serves, Uploaded } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import { Attachments } from './attachments.commands.js';
import { attachmentFor } from './attachments.query.js';

const namespace = '6b7c1c0e-3f0d-5b52-9c56-52c2a7c1f0aa';

@Controller()
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly db: DataSource,
  ) {}

  @Serves(uploadAttachment)
  upload(
    @Uploaded() { name, bytes }: SentFile,
    @AskedBy() { by, key }: Cause,
    @Caller() { personId, name: uploader, customerId }: CallerIdentity,
  ) {
    const attachmentId = idOf(`${by}/${key}`, namespace);
    const uploadedBy = { personId, name: uploader };
    return this.attachments.store({ attachmentId, name, bytes, uploadedBy, customerId });
  }

  @Serves(downloadAttachment)
  async download(@Input() { params, query }: InputOf<typeof downloadAttachment>, @Caller() caller: CallerIdentity) {
    const row = await attachmentFor(this.db.manager, params.attachmentId, caller);
    if (query.preview && !row.has_preview) throw new NotFound();
    return this.attachments.open(row, query.preview ?? false);
  }
}
