import { Controller, Inject } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import { answerCall, hearCall, listCalls } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import type { Cause } from '@pledge/messaging';
import type { SentBytes } from '@pledge/service-host';
import { AskedBy, Caller, Input, Missing, Sent, Serves } from '@pledge/service-host';
import { Webhook } from 'standardwebhooks';
import { DataSource } from 'typeorm';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { Calls } from './calls.commands.js';
import { callsFor } from './calls.query.js';
import type { CallSettings } from './calls.settings.js';
import { CALL_SETTINGS } from './calls.settings.js';

/** Clocks of telephone systems are not ours. */
const toleranceMs = 60_000;

@Controller()
export class CallsController {
  constructor(
    private readonly calls: Calls,
    private readonly db: DataSource,
    @Inject(CALL_SETTINGS) private readonly settings: CallSettings,
  ) {}

  @Serves(hearCall)
  hear(@Input() { body }: InputOf<typeof hearCall>, @Sent() sent: SentBytes) {
    if (this.settings.secret === undefined) throw new Missing();
    checkSignature(this.settings.secret, sent);
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
    if (!call) throw new Missing();
    return this.calls.answer(envelopeId, { personId, name }, cause, new Date().toISOString());
  }
}

/** @throws {Refusal} also where it was signed too long ago: what was overheard cannot be sent again later */
function checkSignature(secret: string, { bytes, headers }: SentBytes): void {
  const told = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name] ?? '')]),
  );
  try {
    new Webhook(secret).verify(bytes.toString('utf8'), told);
  } catch {
    throw new Refusal('signature-wrong');
  }
}
