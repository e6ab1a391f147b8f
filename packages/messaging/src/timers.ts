import type { DataSource, EntityManager } from 'typeorm';
import type { Cause } from './commands/cause.js';
import type { Statement } from './commands/statement.js';
import { connectionShares } from './connection-shares.js';
import type { Logger } from './logger.js';
import { silent } from './logger.js';
import { Signal } from './backoff.js';
import { Permits } from './permits.js';

export interface Timer {
  readonly kind: string;
  /** What it is about; one timer of a kind per reference. */
  readonly ref: string;
  /** RFC 3339 */
  readonly dueAt: string;
}

// The moment goes through programs that know milliseconds only, so it is kept in these: else it would not be found again.
const scheduleSql = `
insert into timer (kind, ref, due_at, next_attempt_at)
select $1, $2, due, due from date_trunc('milliseconds', $3::timestamptz) as due
on conflict (kind, ref) do update
set due_at = excluded.due_at, next_attempt_at = excluded.due_at, attempts = 0, last_error = null, failing_since = null,
  fired_at = null, asked_by = null, reason = null
where timer.due_at <> excluded.due_at`;
const cancelSql = 'delete from timer where kind = $1 and ref = $2';

/** Sets the timer, moves it, or takes it away where nothing is due; for whoever sends the statement. */
export const timerStatement = ({
  kind,
  ref,
  dueAt,
}: Omit<Timer, 'dueAt'> & { readonly dueAt: string | null }): Statement =>
  dueAt === null ? { text: cancelSql, values: [kind, ref] } : { text: scheduleSql, values: [kind, ref, dueAt] };

export const timers = {
  /** Sets the timer, or moves it; one that rang already rings again only for another time. */
  async schedule(tx: EntityManager, { kind, ref, dueAt }: Timer): Promise<void> {
    await tx.query(scheduleSql, [kind, ref, dueAt]);
  },
  /** Rings now, unless the timer was set before: for what comes again by itself once it has begun. */
  async begin(tx: EntityManager, { kind, ref }: Pick<Timer, 'kind' | 'ref'>): Promise<void> {
    await tx.query(
      `insert into timer (kind, ref, due_at, next_attempt_at)
       select $1, $2, due, due from date_trunc('milliseconds', clock_timestamp()) as due
       on conflict (kind, ref) do nothing`,
      [kind, ref],
    );
  },
  async cancel(tx: EntityManager, { kind, ref }: Pick<Timer, 'kind' | 'ref'>): Promise<void> {
    await tx.query(cancelSql, [kind, ref]);
  },
};

/** Must make its changes under the cause's claim: after a crash it is called again for the same moment. */
export type TimerHandler = (ref: string, dueAt: string, cause: Cause) => Promise<unknown>;

export interface TimerOptions {
  readonly logger?: Logger;
  /** How many ring at once; their share of the pool unless told. */
  readonly concurrency?: number;
}

interface Due extends Timer {
  readonly attempts: number;
}

const nap = 250;
/** How long one who took a timer may be silent before another takes it. */
const patienceMs = 10_000;
const longestDelayMs = 60_000;
const clearEveryMs = 3_600_000;
const clearBatch = 5_000;
/** Taken at once, to ring one after the other as far as there are permits; few enough to be rung within the patience. */
const takenAtOnce = 16;
const iso = `to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The update is a common table expression because TypeORM hands on only the rows of a select as they are.
const takeDue = `
with due as (
  select kind, ref from timer where fired_at is null and next_attempt_at <= clock_timestamp() and kind = any($1)
  order by next_attempt_at limit $2 for update skip locked
), taken as (
  update timer t set attempts = attempts + 1, next_attempt_at = clock_timestamp() + $3 * interval '1 ms'
  from due where t.kind = due.kind and t.ref = due.ref returning t.kind, t.ref, t.due_at, t.attempts
) select kind, ref, ${iso} as "dueAt", attempts from taken order by due_at`;

const untilNext = `
select least($2, greatest(0, extract(epoch from min(next_attempt_at) - clock_timestamp()) * 1000))::float8 as ms
from timer where fired_at is null and kind = any($1)`;

// Only what rang: the reason of what a person dropped stays on record.
const clearDone = `
delete from timer where (kind, ref) in (
  select kind, ref from timer where fired_at < clock_timestamp() - interval '7 days' and reason is null limit ${clearBatch} for update skip locked
)`;

export interface RunningTimers {
  stop(): Promise<void>;
}

/** Rings what is due, by the database's clock; several replicas may do so at once. */
export function startTimers(
  db: DataSource,
  handlers: Readonly<Record<string, TimerHandler>>,
  { logger = silent, concurrency = connectionShares(db).timers }: TimerOptions = {},
): RunningTimers {
  const kinds = Object.keys(handlers);
  const end = new AbortController();
  const wake = new Signal();
  const permits = new Permits(concurrency);

  async function ring({ kind, ref, dueAt, attempts }: Due): Promise<void> {
    const where = [kind, ref, dueAt];
    try {
      await handlers[kind]?.(ref, dueAt, { by: `timer:${kind}`, key: `${ref}@${dueAt}` });
      await db.query(
        `update timer set fired_at = clock_timestamp(), last_error = null, failing_since = null
         where kind = $1 and ref = $2 and due_at = $3 and fired_at is null`,
        where,
      );
    } catch (failure) {
      logger.warn({ err: failure, kind, ref, attempts }, 'a timer failed, it will ring again');
      const delay = Math.min(200 * 2 ** attempts, longestDelayMs);
      await db
        .query(
          `update timer set next_attempt_at = clock_timestamp() + $4 * interval '1 ms', last_error = $5,
             failing_since = coalesce(failing_since, clock_timestamp())
           where kind = $1 and ref = $2 and due_at = $3 and fired_at is null`,
          [...where, delay, String(failure).replaceAll('\u0000', '\ufffd').slice(0, 2_000)],
        )
        .catch((silence: unknown) =>
          logger.warn({ err: silence, kind, ref }, 'the failure of a timer could not be noted'),
        );
    }
  }

  async function sweep(): Promise<number> {
    const due: Due[] = await db.query(takeDue, [kinds, takenAtOnce, patienceMs]);
    await Promise.all(due.map((timer) => permits.run(() => ring(timer))));
    if (due.length === takenAtOnce) return 0;
    const rows: { ms: number | null }[] = await db.query(untilNext, [kinds, nap]);
    return rows[0]?.ms ?? nap;
  }

  let clearAt = 0;
  async function clear(): Promise<void> {
    if (Date.now() < clearAt) return;
    const [, cleared]: [unknown[], number] = await db.query(clearDone);
    if (cleared < clearBatch) clearAt = Date.now() + clearEveryMs;
  }

  async function sweepForEver(): Promise<void> {
    for (let failures = 0; !end.signal.aborted;) {
      const rest = await sweepAndClear().catch((failure: unknown) => {
        if (failures === 0) logger.warn({ err: failure }, 'timers cannot be looked at, trying on');
        return undefined;
      });
      failures = rest === undefined ? failures + 1 : 0;
      await wake.wait(rest ?? 1_000, end.signal);
    }
  }

  async function sweepAndClear(): Promise<number> {
    const rest = await sweep();
    await clear();
    return rest;
  }

  const sweeping = sweepForEver();
  return {
    async stop() {
      end.abort();
      await sweeping;
    },
  };
}
