import type { PromiseName } from '@pledge/contracts';
import type { PromiseState } from '@pledge/contracts/http';

/** A promise as it was stamped, and what supervision has said of it since, if anything. */
export interface Clock {
  readonly promise: PromiseName;
  /** RFC 3339; already moved by what it was paused for. */
  readonly dueAt: string;
  readonly state: PromiseState;
  readonly doneAt: string | null;
}

export interface NextDue {
  readonly what: PromiseName | 'disputed';
  readonly at: string;
}

/** The clock of a request that runs out first. Who is answered has the word that was promised, before supervision has said so too. */
export function firstRunning<C extends Clock>(clocks: readonly C[], answered: boolean): C | null {
  const [first] = clocks
    .filter(({ promise, state, doneAt }) => doneAt === null && state !== 'void' && !(promise === 'respond' && answered))
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  return first ?? null;
}

/** What somebody must see to next, and by when: what the user disputes, from the moment they said so; else the first clock. */
export function nextDue(request: {
  readonly closed: boolean;
  readonly answered: boolean;
  readonly disputed: { readonly at: string } | null;
  readonly clocks: readonly Clock[];
}): NextDue | null {
  if (request.closed) return null;
  if (request.disputed) return { what: 'disputed', at: request.disputed.at };
  const first = firstRunning(request.clocks, request.answered);
  return first && { what: first.promise, at: first.dueAt };
}
