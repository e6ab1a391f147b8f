import type { StampedPromise } from '@pledge/contracts';
import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { PromiseClock, Rung } from './promise.js';
import { clockTimer, nextRing } from './promise.js';

interface PromiseRow {
  readonly request_id: string;
  readonly request_number: string;
  readonly status: Exclude<PromiseClock['status'], 'unset'>;
  readonly rung: Rung | null;
  readonly done_at: Date | null;
  readonly stamped: StampedPromise;
  readonly paused_by: string | null;
  readonly void_reason: string | null;
  readonly version: number;
}

export const promiseStore: Store<PromiseClock> = {
  async load(tx, promiseId) {
    const [row] = await tx.query<PromiseRow[]>(
      `select request_id, request_number, status, rung, done_at, stamped, paused_by, void_reason, version
       from promise where promise_id = $1`,
      [promiseId],
    );
    return row && { state: toState(promiseId, row), version: row.version };
  },

  async save(tx, promiseId, clock, version) {
    if (clock.status === 'unset') return;
    const { about, stamped } = clock;
    await tx.query(
      `insert into promise (promise_id, request_id, request_number, promise, owner, status, rung, due_at, started_at, done_at,
         stamped, paused_by, void_reason, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (promise_id) do update set status = excluded.status, rung = excluded.rung, due_at = excluded.due_at,
         done_at = excluded.done_at, stamped = excluded.stamped, paused_by = excluded.paused_by,
         void_reason = excluded.void_reason, version = excluded.version`,
      [
        promiseId,
        about.requestId,
        about.requestNumber,
        stamped.promise,
        stamped.owner,
        clock.status,
        clock.status === 'open' ? clock.rung : null,
        stamped.dueAt,
        stamped.startedAt,
        'doneAt' in clock ? clock.doneAt : null,
        JSON.stringify(stamped),
        clock.status === 'paused' ? clock.by : null,
        clock.status === 'void' ? clock.reason : null,
        version,
      ],
    );
    const dueAt = nextRing(clock);
    await (dueAt === null
      ? timers.cancel(tx, { kind: clockTimer, ref: promiseId })
      : timers.schedule(tx, { kind: clockTimer, ref: promiseId, dueAt }));
  },
};

function toState(promiseId: string, row: PromiseRow): PromiseClock {
  const { status, stamped } = row;
  const about = { requestId: row.request_id, requestNumber: row.request_number };
  const doneAt = row.done_at?.toISOString();
  const pause = stamped.explanation.pausesTakenOff.at(-1);
  if (status === 'open' && row.rung) return { status, about, stamped, rung: row.rung };
  if (status === 'paused' && pause) return { status, about, stamped, since: pause.from, by: row.paused_by ?? '' };
  if ((status === 'kept' || status === 'done-late') && doneAt) return { status, about, stamped, doneAt };
  if (status === 'void') return { status, about, stamped, reason: row.void_reason ?? '' };
  throw new Error(`promise ${promiseId} is ${status} without what belongs to it`);
}
