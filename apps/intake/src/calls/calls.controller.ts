import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { answerCall, hearCall, listCalls } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import type { SentBytes } from '@pledge/service-host';
import { AskedBy, Caller, Input, NotFound, Sent, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import type { InboundSettings } from '../inbound/inbound.settings.js';
import { INBOUND_SETTINGS } from '../inbound/inbound.settings.js';
import { checkSignature } from '../inbound/inbound.signature.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { Calls } from './calls.commands.js';
import { callsFor } from './calls.query.js';

/** Clocks of telephone systems are not ours. */
const toleranceMs = 60_000;

@Controller()
export class CallsController {
  constructor(
    private readonly calls: Calls,
    private readonly db: DataSource,
    @Inject(INBOUND_SETTINGS) private readonly settings: InboundSettings,
  ) {}

  @Serves(hearCall)
  hear(@Input() { body }: InputOf<typeof hearCall>, @Sent() sent: SentBytes) {
    checkSignature(this.settings, sent);
    if (Date.parse(body.at) > Date.now() + toleranceMs) throw new Refusal('called-in-future', {}, '/at');
    return this.calls.hear(body);
  }

  @Serves(listCalls)
  async list(@Caller() { personId }: CallerIdentity) {
    return { items: await callsFor(this.db.manager, personId) };
  }

  @Serves(answerCall)
  async answer(
    @Input() { params: { envelopeId } }: InputOf<typeof answerCall>,
    @Caller() { personId, name }: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    const { call } = await envelopeOf(this.db.manager, envelopeId);
    if (!call) throw new NotFound();
    return this.calls.answer(envelopeId, { personId, name }, cause, new Date().toISOString());
  }
}
