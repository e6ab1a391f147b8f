import type { StampedPromise } from '@pledge/contracts';
import { count } from './count.js';
import { isClosed, questionOf } from './pauses.js';
import type { WorkCalendar } from './work-calendar.js';

export interface Rederived {
  readonly before: StampedPromise;
  readonly after: StampedPromise;
  /** True where the due or the at-risk time moved; a promise may also just have become firm. */
  readonly changed: boolean;
}

/**
 * Counts a provisional promise again when a new year's calendar is published. A firm promise stays as it was stamped.
 * @throws {RangeError} while the clock stands still: resume it with the new calendar instead
 */
export function rederive(before: StampedPromise, calendar: WorkCalendar): Rederived {
  if (!before.provisional) return { before, after: before, changed: false };
  const pauses = before.explanation.pausesTakenOff.filter(isClosed);
  if (pauses.length < before.explanation.pausesTakenOff.length) throw new RangeError('the clock stands still');
  const after = { ...before, ...count(questionOf(before), pauses, calendar) };
  return { before, after, changed: after.dueAt !== before.dueAt || after.atRiskAt !== before.atRiskAt };
}
