import type { EntityManager } from 'typeorm';
import type { Cause } from './cause.js';
import { IdempotencyKeyReused } from './failures.js';
import { prepared } from './prepared.js';

export interface Claimed {
  /** False where this cause was handled before. */
  readonly fresh: boolean;
  /** The moment of the command, RFC 3339 in UTC, by the database's clock and read under the locks. */
  readonly now: string;
}

export interface Handled {
  readonly record: string | null;
  readonly about: string | null;
  readonly version: number | null;
  readonly eventCount: number;
  readonly view: unknown;
}

// The locks come first, always in sorted order, and the claim last: so no two transactions can wait for each other.
// The insert waits for a duplicate that is still at work, and does nothing once that one has committed.
const claimSql = `
with locked as materialized (
  select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest($1::text[]) as name
), claimed as (
  insert into handled (cause_by, cause_key, fingerprint, at)
  select $2, $3, $4, clock_timestamp() from (select count(*) from locked) as all_locked
  on conflict do nothing
  returning 1
), also as (
  insert into handled (cause_by, cause_key, fingerprint, at)
  select $5, $6, $4, clock_timestamp() from (select count(*) as n from claimed) as claims where n > 0 and $5::text is not null
  on conflict do nothing
  returning 1
)
select n > 0 as fresh, n > 0 and $5::text is not null and not exists (select from also) as reused, to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now
from (select count(*) as n from claimed) as claims`;

/**
 * Takes the named locks until the end of the transaction and claims the cause, in one round trip.
 * @throws {IdempotencyKeyReused} where the caller used the key for something else
 */
export async function claim(tx: EntityManager, cause: Cause, locks: readonly string[]): Promise<Claimed> {
  const names = [...new Set(locks)].sort();
  const rows = await prepared<Claimed & { readonly reused: boolean }>(tx, claimSql, [
    names,
    cause.by,
    cause.key,
    cause.fingerprint ?? null,
    cause.alsoBy?.by ?? null,
    cause.alsoBy?.key ?? null,
  ]);
  const [row] = rows;
  if (!row) throw new Error('the claim returned no row');
  if (row.reused) throw new IdempotencyKeyReused();
  return row;
}

/** What was answered to this cause. */
export async function handledBefore(tx: EntityManager, cause: Cause): Promise<Handled> {
  const rows: (Handled & { fingerprint: string | null })[] = await tx.query(
    `select fingerprint, record, about, version, fact_count as "eventCount", view
     from handled where cause_by = $1 and cause_key = $2`,
    [cause.by, cause.key],
  );
  const [row] = rows;
  if (!row) throw new Error(`claimed, yet not handled: ${cause.by} ${cause.key}`);
  if ((row.fingerprint ?? null) !== (cause.fingerprint ?? null)) throw new IdempotencyKeyReused();
  return row;
}
