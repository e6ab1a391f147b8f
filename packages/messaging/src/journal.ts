import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Cause } from './cause.js';
import { prepared } from './prepared.js';

export interface AnyEvent {
  readonly type: string;
  readonly data: object;
}

export interface Entry {
  readonly record: string;
  readonly about: string;
  readonly version: number;
  readonly events: readonly AnyEvent[];
  /** What the cause is answered, now and when it comes again; undefined where it wants no answer. */
  readonly view: unknown;
  readonly now: string;
  /** Wakes relays in other replicas at commit; not needed where the one in this program is at work. */
  readonly notify: boolean;
}

const published = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v[0-9]+$/;

/** An event is for others where its type has the form `<service>.<event>.v<n>`; any other stays in the journal. */
export const isPublished = (type: string): boolean => published.test(type);

/** Facts that name a request are heard in the order of that request, all others in the order of their record. */
export const partitionKeyOf = (event: AnyEvent, about: string): string =>
  'requestId' in event.data && typeof event.data.requestId === 'string' ? event.data.requestId : about;

const recordSql = `
with said as (
  select * from jsonb_to_recordset($1::jsonb)
    as f (event_id uuid, ordinal integer, type text, data jsonb, partition_key text, published boolean)
), written as (
  insert into journal (event_id, record, about, version, ordinal, type, data, partition_key, published,
    cause_by, cause_key, actor, traceparent, recorded_at)
  select event_id, $2, $3::uuid, $4, ordinal, type, data, partition_key, published, $5, $6, $7::jsonb, $8, $9::timestamptz
  from said order by ordinal
  returning seq, event_id, partition_key, type, published, recorded_at
), queued as (
  insert into outbox (seq, event_id, partition_key, type, created_at)
  select seq, event_id, partition_key, type, recorded_at from written where published
  returning 1
), answered as (
  update handled set record = $2, about = $3::uuid, version = $4, fact_count = (select count(*) from said), view = $11::json
  where cause_by = $5 and cause_key = $6
)
select n::int as queued, case when n > 0 and $10 then pg_notify('outbox', '') end
from (select count(*) as n from queued) as all_queued`;

/** Writes the events into the journal, those for others into the outbox and the answer to the claim, in one round trip. */
export async function writeEntry(tx: EntityManager, cause: Cause, entry: Entry): Promise<{ queued: number }> {
  const said = entry.events.map((event, ordinal) => ({
    event_id: v7(),
    ordinal,
    type: event.type,
    data: event.data,
    partition_key: partitionKeyOf(event, entry.about),
    published: isPublished(event.type),
  }));
  const rows = await prepared<{ queued: number }>(tx, recordSql, [
    JSON.stringify(said),
    entry.record,
    entry.about,
    entry.version,
    cause.by,
    cause.key,
    cause.actor ? JSON.stringify(cause.actor) : null,
    cause.traceparent ?? null,
    entry.now,
    entry.notify,
    entry.view === undefined ? null : JSON.stringify(entry.view),
  ]);
  return { queued: rows[0]?.queued ?? 0 };
}

/** The events one command caused. */
export function eventsOf(tx: EntityManager, record: string, about: string, version: number): Promise<AnyEvent[]> {
  return tx.query(`select type, data from journal where record = $1 and about = $2 and version = $3 order by ordinal`, [
    record,
    about,
    version,
  ]);
}
