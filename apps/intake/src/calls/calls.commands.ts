import type { Person } from '@pledge/contracts';
import type { Envelope, InputOf, ReplyOf } from '@pledge/contracts/http';
import type { hearCall } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { partOf, StaleVersion } from '@pledge/messaging';
import type { WorkCalendar } from '@pledge/promises';
import type { DataSource } from 'typeorm';
import { v5 as idOf } from 'uuid';
import { callingFrom } from '../callers/calling.query.js';
import type { EnvelopeCommand } from '../envelopes/envelope.js';
import type { Envelopes } from '../envelopes/envelopes.commands.js';
import { envelopeOf } from '../envelopes/envelopes.query.js';
import { hotlineAt } from '../roster/days.js';
import { afterEvent, needsOf, sameCall } from './call.js';
import type { CallEvent } from './call.js';
import { agentNamed, callAt } from './calls.query.js';

type Told = InputOf<typeof hearCall>['body'];

const namespace = '0d5f6a34-98c2-5c0e-8a41-7f2e91b6d3c8';
const mostAttempts = 50;

/** The one door for the events of a telephone system: each call is one envelope. */
export class Calls {
  constructor(
    private readonly db: DataSource,
    private readonly envelopes: Envelopes,
    private readonly calendar: WorkCalendar,
  ) {}

  /** Twice and out of order come to the same. */
  async hear(told: Told): Promise<ReplyOf<typeof hearCall>> {
    const envelopeId = idOf(told.callId, namespace);
    const at = new Date(told.at).toISOString();
    const agent = told.agent ?? '';
    const by = agent === '' ? null : await agentNamed(this.db.manager, agent);
    const event: CallEvent = { callId: told.callId, line: told.line, event: told.event, at, by };
    const cause: Cause = { by: 'telephone', key: `${envelopeId}/${told.event}/${at}/${agent}` };
    return { envelopeId, state: await this.note(envelopeId, event, cause, told.from ?? null) };
  }

  /** @throws {Refusal} where somebody else has it, or it has its outcome */
  async answer(envelopeId: string, by: Person, cause: Cause, now: string): Promise<Envelope> {
    await this.envelopes.handle(envelopeId, { type: 'take', envelopeId, by }, cause);
    const { call } = await callAt(this.db.manager, envelopeId);
    if (call?.state === 'ringing') {
      const event: CallEvent = { callId: call.callId, line: call.line, event: 'answered', at: now, by };
      await this.note(envelopeId, event, { ...partOf(cause, 'call'), wantsView: false }, null);
    }
    return envelopeOf(this.db.manager, envelopeId);
  }

  /** Two events at once must not overwrite one another: who comes second looks again. */
  private async note(envelopeId: string, event: CallEvent, cause: Cause, from: string | null) {
    for (let attempt = 1; ; attempt += 1) {
      const { call: before, version } = await callAt(this.db.manager, envelopeId);
      const call = afterEvent(before, event);
      if (before && sameCall(before, call)) return before.state;
      const command: EnvelopeCommand = before
        ? { type: 'note-call', envelopeId, call, needs: needsOf(call), answeredBy: call.answeredBy }
        : { type: 'store', envelopeId, call, needs: needsOf(call), contents: await this.contents(event, from) };
      const { expectedVersion: _, ...rest } = cause;
      try {
        await this.envelopes.handle(envelopeId, command, { ...rest, expectedVersion: version });
        // Who answered has taken it, also where that is the first we hear of the call.
        if (before || !call.answeredBy) return call.state;
        await this.envelopes.handle(
          envelopeId,
          { type: 'take', envelopeId, by: call.answeredBy },
          partOf(rest, 'take'),
        );
        return call.state;
      } catch (failure) {
        if (!(failure instanceof StaleVersion) || attempt >= mostAttempts) throw failure;
      }
    }
  }

  private async contents({ callId, line, at }: CallEvent, from: string | null) {
    const { phone, contactName, found } = await callingFrom(this.db.manager, from);
    return {
      channel: hotlineAt(at, this.calendar),
      source: line,
      sourceKey: callId,
      receivedAt: at,
      from: { name: contactName, phone, email: null },
      subject: null,
      text: '',
      attachments: [],
      found,
    };
  }
}
