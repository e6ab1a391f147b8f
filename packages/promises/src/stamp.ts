import type { ClockKind, Department, FaultTerms, PromiseName, StampedPromise } from '@pledge/contracts';
import type { ClosedPause } from './count.js';
import { count } from './count.js';
import type { Limit } from './promise-rules.js';
import { promiseRules } from './promise-rules.js';
import type { WorkCalendar } from './work-calendar.js';

export interface StampRequest {
  readonly promiseId: string;
  readonly promise: PromiseName;
  /** RFC 3339 with offset. */
  readonly startedAt: string;
  readonly calendar: WorkCalendar;
  /** Of the contract in force when the request came in; counts for respond, arrive and resolve. */
  readonly terms?: FaultTerms | undefined;
  /** Overrides terms and default. */
  readonly limit?: Limit | undefined;
  /** Overrides the rule's clock, e.g. `working-days` for a hand-off that is not about a fault. */
  readonly clock?: ClockKind | undefined;
  /** Needed where the rule names no owner. */
  readonly owner?: Department | undefined;
  readonly pauses?: readonly ClosedPause[] | undefined;
}

/**
 * The promise with its due time, the time at which four fifths of its running time are gone, and their explanation
 * (S-26, S-29, S-30, S-80, S-85, S-92, S-93). Instants are UTC with milliseconds and `Z`.
 *
 * Whole working and calendar days: the day of the start never counts; due when working hours end on the last day counted.
 * Minutes run at once, or in working hours only where the clock says `working-days`. A pause moves the due time by the running time it covers.
 * @throws {RangeError} without a limit or an owner where the rule has none, on a limit that does not fit the clock, on malformed times
 */
export function stamp(request: StampRequest): StampedPromise {
  const { promiseId, promise, startedAt, terms, calendar, pauses = [] } = request;
  const rule = promiseRules[promise];
  const clock = request.clock ?? rule.clock;
  const limit = request.limit ?? termsLimit(promise, terms) ?? rule.limit;
  const owner = request.owner ?? rule.owner;
  if (limit === null) throw new RangeError(`${promise} has no default limit`);
  if (owner === null) throw new RangeError(`${promise} has no owner of its own`);
  const { dueAt, atRiskAt, provisional, explanation } = count(
    { rule: promise, clock, limit, startedAt },
    pauses,
    calendar,
  );
  return { promiseId, promise, owner, startedAt: explanation.startedAt, dueAt, atRiskAt, provisional, explanation };
}

export interface FaultReport {
  /** When the report first reached us on any channel, not when someone typed it in. */
  readonly receivedAt: string;
  readonly calendar: WorkCalendar;
  readonly terms?: FaultTerms | undefined;
  readonly newId: () => string;
}

/** What every fault is promised: respond (S-26), arrive (S-29), resolve (S-30), in this order, day and night. */
export function faultPromises({ receivedAt, terms, calendar, newId }: FaultReport): StampedPromise[] {
  const promises = ['respond', 'arrive', 'resolve'] as const;
  return promises.map((promise) => stamp({ promiseId: newId(), promise, startedAt: receivedAt, terms, calendar }));
}

function termsLimit(promise: PromiseName, terms: FaultTerms | undefined): Limit | undefined {
  if (!terms) return undefined;
  const minutes: Partial<Record<PromiseName, number>> = {
    respond: terms.respondMinutes,
    arrive: terms.arriveMinutes,
    resolve: terms.resolveMinutes,
  };
  const amount = minutes[promise];
  return amount === undefined ? undefined : { amount, unit: 'minutes' };
}
