import type { StampedPromise } from '@pledge/contracts';
import type { PausedClock } from './pauses.js';
import { toMs } from './zone.js';

export type Stage = 'running' | 'at-risk' | 'breached' | 'kept' | 'done-late' | 'paused';

/**
 * Where a clock stands at `now`, for screens and for supervision alike. Done at the due time is kept; not done at the due time is breached.
 * @param doneAt when the promised thing was done, if it was; null counts as not done
 */
export function stageAt(clock: StampedPromise | PausedClock, now: string, doneAt?: string | null): Stage {
  const done = doneAt === undefined || doneAt === null ? null : toMs(doneAt);
  if ('state' in clock) {
    // A clock that ran out cannot be paused, so whatever is done meanwhile is in time.
    if (done !== null) return 'kept';
    return toMs(now) < toMs(clock.pausedAt) ? stageAt(clock.promise, now) : 'paused';
  }
  if (done !== null) return done <= toMs(clock.dueAt) ? 'kept' : 'done-late';
  if (toMs(now) >= toMs(clock.dueAt)) return 'breached';
  return toMs(now) >= toMs(clock.atRiskAt) ? 'at-risk' : 'running';
}
