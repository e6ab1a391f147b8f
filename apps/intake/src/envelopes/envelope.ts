import type { Channel, Person } from '@pledge/contracts';
import type { EnvelopeOutcome, EventOf } from '@pledge/contracts/events';
import {
  CallMoved,
  EnvelopeOverdue,
  EnvelopeReceived,
  EnvelopeSettled,
  EnvelopeTaken,
  EnvelopeTranscribed,
} from '@pledge/contracts/events';
import type { Attachment, Envelope as EnvelopeView } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import { firstReached } from '@pledge/promises';

export type Found = EnvelopeView['found'];
export type Call = NonNullable<EnvelopeView['call']>;
export type Needs = NonNullable<EnvelopeView['needs']>;
export type Sender = EnvelopeView['from'];
export type RejectReason = Extract<EnvelopeOutcome, { type: 'rejected' }>['reason'];

/** What reached us, as it came. */
export interface Contents {
  readonly channel: Channel;
  /** The mailbox, line, gateway or person it came through. */
  readonly source: string;
  /** What its source calls it; the same one twice is one envelope. Null where the source names nothing. */
  readonly sourceKey: string | null;
  readonly receivedAt: string;
  readonly from: Sender;
  readonly subject: string | null;
  readonly text: string;
  /** What a mail quotes of what it answers. */
  readonly quoted?: string | null;
  readonly attachments: readonly Attachment[];
  readonly found: Found;
}

export interface Settlement {
  readonly outcome: EnvelopeOutcome;
  readonly by: Person;
  readonly settledAt: string;
  /** False until its row is written: a second one is refused by the database. */
  readonly booked: boolean;
}

/** What became of it on the way to its outcome. */
interface Handled {
  readonly contents: Contents;
  readonly storedAt: string;
  readonly dueAt: string;
  readonly call: Call | null;
  readonly takenBy: Person | null;
  readonly transcribedBy: Person | null;
}

export type Envelope =
  | { readonly status: 'absent' }
  | (Handled & { readonly status: 'waiting'; readonly needs: Needs; readonly overdue: boolean })
  | (Handled & { readonly status: 'settled'; readonly settlement: Settlement });

/** A request that somebody wants to join an envelope to, as the database has it. */
export interface JoinTarget {
  readonly number: string;
  readonly customerId: string | null;
}

export type EnvelopeCommand = { readonly envelopeId: string } & (
  | {
      readonly type: 'store';
      readonly contents: Contents;
      readonly needs: Needs;
      readonly call?: Call;
      /** Files that came with it; they are put into its contents under the lock. */
      readonly attachmentIds?: readonly string[];
    }
  /** Somebody of us stores a page that came on paper; it waits to be transcribed. */
  | {
      readonly type: 'register';
      readonly contents: Contents;
      readonly attachmentIds: readonly string[];
      readonly mayBackdate?: boolean;
    }
  | {
      readonly type: 'note-call';
      readonly call: Call;
      readonly needs: Needs;
      /** Who answered it has taken it. */
      readonly answeredBy: Person | null;
    }
  | { readonly type: 'take'; readonly by: Person }
  | {
      readonly type: 'transcribe';
      readonly text: string;
      readonly name: string | null;
      readonly phone: string | null;
      readonly by: Person;
    }
  | {
      readonly type: 'join';
      readonly requestId: string;
      readonly by: Person;
      /** Filled in under the lock; null where there is no such request. */
      readonly target?: JoinTarget | null;
    }
  | { readonly type: 'reject'; readonly reason: RejectReason; readonly note: string | null; readonly by: Person }
  | { readonly type: 'ring' }
);

/** Kept in the journal: what was said, and by whom, is not for other departments. */
export interface EnvelopeStored {
  readonly type: 'envelope-stored';
  readonly data: {
    readonly contents: Contents;
    readonly needs: Needs;
    readonly call: Call | null;
    readonly storedAt: string;
  };
}
export interface CallNoted {
  readonly type: 'call-noted';
  readonly data: { readonly call: Call; readonly needs: Needs; readonly answeredBy: Person | null };
}
export interface WordsWritten {
  readonly type: 'envelope-transcribed';
  readonly data: { readonly text: string; readonly from: Sender; readonly by: Person };
}
export type EnvelopeEvent =
  | EnvelopeStored
  | CallNoted
  | WordsWritten
  | EventOf<typeof EnvelopeReceived>
  | EventOf<typeof EnvelopeTaken>
  | EventOf<typeof EnvelopeTranscribed>
  | EventOf<typeof CallMoved>
  | EventOf<typeof EnvelopeSettled>
  | EventOf<typeof EnvelopeOverdue>;

/** The timer that rings when an envelope has waited too long; it is set in the transaction that stores it. */
export const envelopeTimer = 'envelope-due';

/** An answer is owed an hour after it reached us, whatever it is (S-26). */
const ANSWER_OWED_MS = 60 * 60_000;
export const dueAtOf = (receivedAt: string): string => new Date(Date.parse(receivedAt) + ANSWER_OWED_MS).toISOString();

/** Inbound accounting: an envelope is stored before it is acknowledged, and ends in exactly one outcome. */
export const envelope: Decider<EnvelopeCommand, Envelope, EnvelopeEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    const { envelopeId } = command;
    if (command.type === 'store' || command.type === 'register') {
      if (state.status !== 'absent') return [];
      return command.type === 'store'
        ? storing(command, now)
        : storing({ envelopeId, contents: onPaper(command, now), needs: 'transcription' }, now);
    }
    if (state.status === 'absent') throw new Refusal('envelope-missing');
    if (command.type === 'ring') {
      if (state.status === 'settled' || state.overdue || Date.parse(state.dueAt) > Date.parse(now)) return [];
      return [EnvelopeOverdue.of({ envelopeId, channel: state.contents.channel, dueAt: state.dueAt, at: now })];
    }
    if (command.type === 'note-call') {
      const { call, needs, answeredBy } = command;
      return [
        { type: 'call-noted', data: { call, needs, answeredBy } },
        CallMoved.of({ envelopeId, channel: state.contents.channel, state: call.state, at: now }),
      ];
    }
    if (state.status === 'settled') {
      throw new Refusal('envelope-settled', { status: state.status, outcome: state.settlement.outcome.type });
    }
    switch (command.type) {
      case 'take': {
        const { by } = command;
        if (state.takenBy?.personId === by.personId) return [];
        if (state.takenBy) throw new Refusal('envelope-taken', { takenBy: state.takenBy.name });
        return [EnvelopeTaken.of({ envelopeId, channel: state.contents.channel, by, at: now })];
      }
      case 'transcribe': {
        const { text, by, name, phone } = command;
        const { channel, from } = state.contents;
        return [
          {
            type: 'envelope-transcribed',
            data: { text, from: { ...from, name: name ?? from.name, phone: phone ?? from.phone }, by },
          },
          EnvelopeTranscribed.of({ envelopeId, channel, by, at: now }),
        ];
      }
      case 'join':
        return [settled(state, envelopeId, joining(command, state), command.by, now)];
      case 'reject': {
        const { reason, note, by } = command;
        if (reason === 'other' && note === null) throw new Refusal('note-required', {}, '/note');
        return [settled(state, envelopeId, { type: 'rejected', reason, note }, by, now)];
      }
    }
  },

  evolve(state, fact) {
    if (fact.type === 'envelope-stored') {
      const { contents, needs, call, storedAt } = fact.data;
      const handled = { contents, call, storedAt, takenBy: null, transcribedBy: null, overdue: false };
      return { status: 'waiting', ...handled, needs, dueAt: dueAtOf(contents.receivedAt) };
    }
    if (state.status === 'absent') return state;
    switch (fact.type) {
      case 'intake.envelope-received.v1':
      case 'intake.envelope-transcribed.v1':
      case 'intake.call-moved.v1':
        return state;
      case 'call-noted': {
        const { call, needs, answeredBy } = fact.data;
        // Events come out of order: the clock runs from the first ring, whenever we hear of it.
        const earlier = Date.parse(call.startedAt) < Date.parse(state.contents.receivedAt);
        const receivedAt = earlier ? call.startedAt : state.contents.receivedAt;
        const contents = { ...state.contents, receivedAt };
        const dueAt = dueAtOf(receivedAt);
        const noted = { ...state, contents, dueAt, call, takenBy: state.takenBy ?? answeredBy };
        return noted.status === 'waiting' ? { ...noted, needs } : noted;
      }
      case 'intake.envelope-taken.v1':
        return { ...state, takenBy: fact.data.by };
      case 'envelope-transcribed': {
        const { text, from, by } = fact.data;
        const transcribed = { ...state, contents: { ...state.contents, text, from }, transcribedBy: by };
        return transcribed.status === 'waiting' ? { ...transcribed, needs: 'sorting' } : transcribed;
      }
      case 'intake.envelope-overdue.v1':
        return state.status === 'waiting' ? { ...state, overdue: true } : state;
      case 'intake.envelope-settled.v1': {
        const { outcome, by, settledAt } = fact.data;
        return settledAs(state, { outcome, by, settledAt, booked: false });
      }
    }
  },
};

function storing(
  { envelopeId, contents, needs, call }: Omit<Extract<EnvelopeCommand, { type: 'store' }>, 'type'>,
  now: string,
): EnvelopeEvent[] {
  const { channel, receivedAt } = contents;
  return [
    { type: 'envelope-stored', data: { contents, needs, call: call ?? null, storedAt: now } },
    EnvelopeReceived.of({ envelopeId, channel, receivedAt, dueAt: dueAtOf(receivedAt) }),
  ];
}

function onPaper({ contents, mayBackdate }: Extract<EnvelopeCommand, { type: 'register' }>, now: string): Contents {
  const { at, refused } = firstReached({ told: contents.receivedAt, envelopeReceivedAt: null, now, mayBackdate });
  if (refused) throw new Refusal(refused, { now }, '/receivedAt');
  return { ...contents, receivedAt: new Date(Math.min(Date.parse(at), Date.parse(now))).toISOString() };
}

function settledAs(state: Exclude<Envelope, { status: 'absent' }>, settlement: Settlement): Envelope {
  const { contents, storedAt, dueAt, call, takenBy, transcribedBy } = state;
  return { status: 'settled', contents, storedAt, dueAt, call, takenBy, transcribedBy, settlement };
}

/** Never across customers: what somebody of one company wrote is not shown to another. */
function joining(
  command: Extract<EnvelopeCommand, { type: 'join' }>,
  state: Extract<Envelope, { status: 'waiting' }>,
): EnvelopeOutcome {
  const { requestId, target } = command;
  if (target === undefined) throw new Error('an envelope is joined only to a request that was looked up');
  if (target === null) throw new Refusal('request-unknown', {}, '/requestId');
  const { customerId } = state.contents.found;
  if (customerId !== null && target.customerId !== null && customerId !== target.customerId) {
    throw new Refusal('other-customer', {}, '/requestId');
  }
  return { type: 'joined', requestId, number: target.number };
}

const settled = (
  state: Extract<Envelope, { status: 'waiting' }>,
  envelopeId: string,
  outcome: EnvelopeOutcome,
  by: Person,
  settledAt: string,
) => EnvelopeSettled.of({ envelopeId, channel: state.contents.channel, outcome, by, settledAt });
