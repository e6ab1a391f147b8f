import type { Person } from '@pledge/contracts';
import type { Envelope } from '@pledge/contracts/http';

export type Call = NonNullable<Envelope['call']>;

/** One event as the telephone system told it. */
export interface CallEvent {
  readonly callId: string;
  readonly line: string;
  readonly event: Call['state'];
  /** RFC 3339 in UTC. */
  readonly at: string;
  /** Who answered, where the roster knows them. */
  readonly by: Person | null;
}

/**
 * A call after one more event. Events come twice and out of order: whatever the order and however often, the same events make the
 * same call (S-17). A call that ended without anybody answering it was missed.
 */
export function afterEvent(call: Call | null, { callId, line, event, at, by }: CallEvent): Call {
  const answered = event === 'answered' ? { at, by } : null;
  const before = call?.answeredAt ? { at: call.answeredAt, by: call.answeredBy } : null;
  const first = firstOf(before, answered);
  const over = event === 'missed' || event === 'ended' ? at : null;
  const endedAt = latest(call?.endedAt ?? null, over);
  return {
    callId,
    line: call === null || line < call.line ? line : call.line,
    state: stateOf(first !== null, endedAt !== null),
    startedAt: call !== null && call.startedAt < at ? call.startedAt : at,
    answeredAt: first?.at ?? null,
    endedAt,
    answeredBy: first?.by ?? null,
  };
}

/** What a call needs of the desk: who was not answered is called back. */
export const needsOf = ({ state }: Call): 'call-back' | 'sorting' => (state === 'missed' ? 'call-back' : 'sorting');

export const sameCall = (a: Call, b: Call): boolean =>
  a.line === b.line &&
  a.state === b.state &&
  a.startedAt === b.startedAt &&
  a.answeredAt === b.answeredAt &&
  a.endedAt === b.endedAt &&
  a.answeredBy?.personId === b.answeredBy?.personId;

interface Answered {
  readonly at: string;
  readonly by: Person | null;
}

/** Of two who answered at once the one that is named, then the one whose id is smaller. */
function firstOf(a: Answered | null, b: Answered | null): Answered | null {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  if (!a.by || !b.by) return a.by ? a : b;
  return a.by.personId <= b.by.personId ? a : b;
}

const latest = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

function stateOf(answered: boolean, over: boolean): Call['state'] {
  if (answered) return over ? 'ended' : 'answered';
  return over ? 'missed' : 'ringing';
}
