import { v7 } from 'uuid';
import type { Cause } from './commands/cause.js';
import type { Question } from './commands/statement.js';
import { question } from './commands/statement.js';

export interface AnyEvent {
  readonly type: string;
  readonly data: object;
}

/** What one command leaves: its events, and the answer to its cause. */
export interface Entry {
  readonly cause: Cause;
  /** The kind of record and its id; null where no record was changed. */
  readonly record: string | null;
  readonly about: string | null;
  readonly version: number | null;
  readonly events: readonly AnyEvent[];
  /** What the cause is answered, now and when it comes again; undefined where it wants no answer. */
  readonly view: unknown;
}

const published = /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v[0-9]+$/;

/** An event is for others where its type has the form `<service>.<event>.v<n>`; any other stays in the journal. */
export const isPublished = (type: string): boolean => published.test(type);

/** Events that name a request are received in the order of that request, all others in the order of their record. */
export const partitionKeyOf = (event: AnyEvent, about: string): string =>
  'requestId' in event.data && typeof event.data.requestId === 'string' ? event.data.requestId : about;

// The view is kept as the bytes that were answered, so it goes as json and not as jsonb.
const entriesSql = `
with unit as (
  select * from json_to_recordset($1::json) as u (nth integer, record text, about uuid, version integer, cause_by text, cause_key text,
    also_by text, also_key text, fingerprint text, actor jsonb, traceparent text, event_count integer, view json)
), said as (
  select * from json_to_recordset($2::json)
    as e (nth integer, event_id uuid, ordinal integer, type text, data jsonb, partition_key text, published boolean)
), written as (
  insert into journal (event_id, record, about, version, ordinal, type, data, partition_key, published,
    cause_by, cause_key, actor, traceparent, recorded_at)
  select event_id, record, about, version, ordinal, type, data, partition_key, published, cause_by, cause_key, actor, traceparent,
    $3::timestamptz
  from said join unit using (nth) order by nth, ordinal
  returning seq, event_id, partition_key, type, published, recorded_at
), queued as (
  insert into outbox (seq, event_id, partition_key, type, created_at)
  select seq, event_id, partition_key, type, recorded_at from written where published
  returning 1
), answered as (
  insert into inbox (cause_by, cause_key, fingerprint, at, record, about, version, event_count, view)
  select cause_by, cause_key, fingerprint, $3::timestamptz, record, about, version, event_count, view from unit
  union all
  select also_by, also_key, fingerprint, $3::timestamptz, null, null, null, 0, null from unit where also_by is not null
)
select n::int as queued, case when n > 0 and $4 then pg_notify('outbox', '') end
from (select count(*) as n from queued) as all_queued`;

/**
 * Writes the events into the journal, those for others into the outbox, and the answer to each cause, in one statement.
 * @param notify wakes relays in other replicas at commit; not needed where the one in this program is at work
 * @returns how many events wait to be published
 */
export function entriesOf(entries: readonly Entry[], now: string, notify: boolean): Question<number> {
  const units = entries.map(({ cause, record, about, version, events, view }, nth) => ({
    nth,
    ...{ record, about, version, view },
    cause_by: cause.by,
    cause_key: cause.key,
    also_by: cause.alsoBy?.by,
    also_key: cause.alsoBy?.key,
    fingerprint: cause.fingerprint,
    actor: cause.actor,
    traceparent: cause.traceparent,
    event_count: events.length,
  }));
  const said = entries.flatMap(({ events, about }, nth) =>
    events.map((event, ordinal) => ({
      nth,
      event_id: v7(),
      ordinal,
      type: event.type,
      data: event.data,
      partition_key: partitionKeyOf(event, about ?? ''),
      published: isPublished(event.type),
    })),
  );
  const values = [JSON.stringify(units), JSON.stringify(said), now, notify];
  return question(entriesSql, values, ([row]: readonly { queued: number }[]) => row?.queued ?? 0);
}

/** The events one command caused. */
export const eventsOf = (record: string, about: string, version: number): Question<readonly AnyEvent[]> =>
  question(
    'select type, data from journal where record = $1 and about = $2 and version = $3 order by ordinal',
    [record, about, version],
    (rows: readonly AnyEvent[]) => rows,
  );
