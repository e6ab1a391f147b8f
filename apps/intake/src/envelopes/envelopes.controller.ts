import { Controller } from '@nestjs/common';
import type { CallerIdentity, Person } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  getBalance,
  getEnvelope,
  joinEnvelope,
  listEnvelopes,
  registerEnvelope,
  rejectEnvelope,
  takeEnvelope,
  transcribeEnvelope,
} from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { mayAttach } from '../attachments/attachments.query.js';
import { callingFrom } from '../callers/calling.query.js';
import { mayBackdate } from '../desk/may-backdate.js';
import type { Contents, EnvelopeCommand } from './envelope.js';
import { Envelopes } from './envelopes.commands.js';
import { balanceOf } from './balance.query.js';
import { envelopeFor, pageOfEnvelopes } from './envelopes.query.js';

@Controller()
export class EnvelopesController {
  constructor(
    private readonly envelopes: Envelopes,
    private readonly db: DataSource,
  ) {}

  @Serves(listEnvelopes)
  list(@Input() { query }: InputOf<typeof listEnvelopes>, @Caller() caller: CallerIdentity) {
    return pageOfEnvelopes(this.db.manager, query, caller);
  }

  @Serves(getBalance)
  balance(@Input() { query }: InputOf<typeof getBalance>) {
    return balanceOf(this.db.manager, query);
  }

  @Serves(getEnvelope)
  one(@Input() { params }: InputOf<typeof getEnvelope>, @Caller() caller: CallerIdentity) {
    return envelopeFor(this.db.manager, params.envelopeId, caller);
  }

  @Serves(registerEnvelope)
  async register(
    @Input() { body }: InputOf<typeof registerEnvelope>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    const { channel, attachmentIds, from, subject = null } = body;
    await mayAttach(this.db.manager, attachmentIds, caller);
    const { phone, found } = await callingFrom(this.db.manager, from?.phone);
    const envelopeId = newId();
    const contents: Contents = {
      channel,
      source: caller.name,
      sourceKey: null,
      receivedAt: body.receivedAt ?? new Date().toISOString(),
      from: { name: from?.name ?? null, phone, email: null },
      subject,
      text: '',
      attachments: [],
      found,
    };
    return this.envelopes.handle(
      envelopeId,
      { type: 'register', envelopeId, contents, attachmentIds, mayBackdate: mayBackdate(caller) },
      cause,
    );
  }

  @Serves(takeEnvelope)
  take(@Input() { params }: InputOf<typeof takeEnvelope>, @Caller() caller: CallerIdentity, @AskedBy() cause: Cause) {
    return this.handle({ type: 'take', ...params, by: personOf(caller) }, caller, cause);
  }

  @Serves(transcribeEnvelope)
  transcribe(
    @Input() { params, body: { text, from } }: InputOf<typeof transcribeEnvelope>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    const told = { text, name: from?.name ?? null, phone: from?.phone ?? null };
    return this.handle({ type: 'transcribe', ...params, ...told, by: personOf(caller) }, caller, cause);
  }

  @Serves(joinEnvelope)
  join(
    @Input() { params, body }: InputOf<typeof joinEnvelope>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    return this.handle({ type: 'join', ...params, ...body, by: personOf(caller) }, caller, cause);
  }

  @Serves(rejectEnvelope)
  reject(
    @Input() { params, body: { reason, note } }: InputOf<typeof rejectEnvelope>,
    @Caller() caller: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    return this.handle({ type: 'reject', ...params, reason, note: note ?? null, by: personOf(caller) }, caller, cause);
  }

  private async handle(command: EnvelopeCommand, caller: CallerIdentity, cause: Cause) {
    await envelopeFor(this.db.manager, command.envelopeId, caller);
    return this.envelopes.handle(command.envelopeId, command, cause);
  }
}

const personOf = ({ personId, name }: CallerIdentity): Person => ({ personId, name });
