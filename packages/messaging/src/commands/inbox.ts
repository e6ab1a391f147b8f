import type { Cause } from './cause.js';
import { IdempotencyKeyReused } from '../failures.js';
import type { Question, Statement } from './statement.js';
import { question } from './statement.js';

/** What was answered to a cause. */
export interface Handled {
  readonly record: string | null;
  readonly about: string | null;
  readonly version: number | null;
  readonly eventCount: number;
  readonly view: unknown;
}

interface HandledRow extends Handled {
  readonly by: string | null;
  readonly key: string | null;
  readonly fingerprint: string | null;
  readonly now: string;
}

export interface Inbox {
  /** The moment of the transaction's commands, RFC 3339 in UTC, by the database's clock and read under the locks. */
  readonly now: string;
  /**
   * What the cause was answered, where it was handled before.
   * @throws {IdempotencyKeyReused} where the caller used the key for something else
   */
  handled(this: void, cause: Cause): Handled | undefined;
}

// Sorted, so that no two transactions can wait for each other.
const lockSql =
  'select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) with ordinality as n (name, place) order by place';

/** Takes the named locks until the end of the transaction. */
export const locksOn = (names: Iterable<string>): Statement => ({
  text: lockSql,
  values: [[...new Set(names)].sort()],
});

/** A cause is at work once at a time: the reactions of one consumer to an event share one lock. */
export const locksOfCause = ({ key, alsoBy }: Cause): string[] => [
  `cause/${key}`,
  ...(alsoBy ? [`cause/${alsoBy.key}`] : []),
];

const lookSql = `
select h.cause_by as by, h.cause_key as key, h.fingerprint, h.record, h.about, h.version, h.event_count as "eventCount", h.view, clock.now
from (select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now) as clock
left join (inbox h join unnest($1::text[], $2::text[]) as c (by, key) on h.cause_by = c.by and h.cause_key = c.key) on true`;

/**
 * Looks which of the causes were handled before. A statement of its own, after the locks: in the same one it would not see what
 * a duplicate committed while the locks were waited for.
 */
export function lookAt(causes: readonly Cause[]): Question<Inbox> {
  const names = causes.flatMap(({ by, key, alsoBy }) => [{ by, key }, ...(alsoBy ? [alsoBy] : [])]);
  return question(lookSql, [names.map(({ by }) => by), names.map(({ key }) => key)], (rows: readonly HandledRow[]) => {
    const found = new Map(rows.map((row) => [`${row.by ?? ''} ${row.key ?? ''}`, row]));
    return {
      now: rows[0]?.now ?? '',
      handled(cause) {
        const row = found.get(`${cause.by} ${cause.key}`);
        const also = cause.alsoBy && found.get(`${cause.alsoBy.by} ${cause.alsoBy.key}`);
        if (!row && also) throw new IdempotencyKeyReused();
        if (row && (row.fingerprint ?? null) !== (cause.fingerprint ?? null)) throw new IdempotencyKeyReused();
        return row;
      },
    };
  });
}
