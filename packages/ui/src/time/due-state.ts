/** How a time stands: `soon` within its last hour; of what is done whether it was in time. */
export type DueState = 'running' | 'soon' | 'late' | 'kept' | 'done-late';

const soonMs = 3_600_000;

/** How a due time stands now, or stood when it was done. */
export function dueState(dueMs: number, doneMs: number | null, nowMs: number): DueState {
  if (doneMs !== null) return doneMs <= dueMs ? 'kept' : 'done-late';
  if (nowMs >= dueMs) return 'late';
  return dueMs - nowMs < soonMs ? 'soon' : 'running';
}
