import type { Explanation, Pause, PauseReason, StampedPromise } from '@pledge/contracts';
import type { ClosedPause, Question } from './count.js';
import { count, leftAt } from './count.js';
import { promiseRules } from './promise-rules.js';
import type { WorkCalendar } from './work-calendar.js';
import { toInstant, toMs } from './zone.js';

/** A clock that stands still: it has no due time, only time left. */
export interface PausedClock {
  readonly state: 'paused';
  /** As it was stamped; its due time does not hold until the clock is resumed. */
  readonly promise: StampedPromise;
  readonly pausedAt: string;
  /** Running time, of working hours only where the clock counts working days. */
  readonly left: { readonly milliseconds: number };
  /** With the open pause last among the pauses. */
  readonly explanation: Explanation;
}

export interface RunningClock {
  readonly state: 'running';
  readonly promise: StampedPromise;
}

/**
 * The clock as these pauses leave it; they replace those it was stamped with. A pause that begins when the time is over changes nothing.
 * @throws {RangeError} when a pause ends before it begins
 */
export function withPauses(
  promise: StampedPromise,
  pauses: readonly Pause[],
  calendar: WorkCalendar,
): RunningClock | PausedClock {
  const question = questionOf(promise);
  const start = toMs(promise.startedAt);
  const open = pauses.filter((pause) => pause.to === null).toSorted((a, b) => toMs(a.from) - toMs(b.from))[0];
  const closed = pauses.filter(isClosed);
  if (open) {
    const pausedAt = Math.max(toMs(open.from), start);
    const before = closed.filter(({ from }) => toMs(from) < pausedAt);
    const { left, explanation } = leftAt(question, before, pausedAt, calendar);
    if (left > 0) {
      explanation.pausesTakenOff.push({ ...open });
      return { state: 'paused', promise, pausedAt: toInstant(pausedAt), left: { milliseconds: left }, explanation };
    }
  }
  return { state: 'running', promise: { ...promise, ...count(question, closed, calendar) } };
}

/**
 * Stops a clock, for a reason on the list. Pass the calendar the promise was stamped with, unless it is meant to be counted anew.
 * @throws {RangeError} where the rule allows no pause, the clock stands still already or has run out, or the note is blank
 */
export function pauseClock(
  promise: StampedPromise,
  pause: { readonly from: string; readonly reason: PauseReason; readonly note: string },
  calendar: WorkCalendar,
): PausedClock {
  if (!promiseRules[promise.promise].mayPause) throw new RangeError(`${promise.promise} may not be paused`);
  if (pause.note.trim() === '') throw new RangeError('a pause needs a note that the customer can read');
  const taken = promise.explanation.pausesTakenOff;
  if (!taken.every(isClosed)) throw new RangeError('the clock stands still already');
  const clock = withPauses(promise, [...taken, { ...pause, to: null }], calendar);
  if (clock.state === 'running') throw new RangeError(`the time was over at ${clock.promise.dueAt}`);
  return clock;
}

/**
 * Lets a clock run again, with its due time moved by the running time that the pause covered.
 * @throws {RangeError} when it would resume before it was paused
 */
export function resumeClock(clock: PausedClock, resumedAt: string, calendar: WorkCalendar): StampedPromise {
  if (toMs(resumedAt) < toMs(clock.pausedAt))
    throw new RangeError(`paused at ${clock.pausedAt}, cannot resume at ${resumedAt}`);
  const pauses = clock.explanation.pausesTakenOff.map((pause) => ({ ...pause, to: pause.to ?? resumedAt }));
  return { ...clock.promise, ...count(questionOf(clock.promise), pauses, calendar) };
}

export const isClosed = (pause: Pause): pause is ClosedPause => pause.to !== null;

export function questionOf({ explanation: { rule, clock, limit, startedAt } }: StampedPromise): Question {
  return { rule, clock, limit, startedAt };
}
