import type { DataSource } from 'typeorm';

export type DeadLetterState = 'waiting' | 'retrying' | 'dead' | 'behind' | 'dropped' | 'done';

/** What got stuck: an event that was heard, a timer that is due, or an event that cannot be published. */
export type DeadLetterKind = 'event' | 'timer' | 'publication';

export interface DeadLetter {
  readonly kind: DeadLetterKind;
  readonly id: string;
  /** The reaction that failed, the kind of the timer, or `publish`. */
  readonly reaction: string;
  readonly eventId: string;
  readonly type: string;
  readonly partitionKey: string;
  readonly state: DeadLetterState;
  readonly attempts: number;
  readonly lastError: string | null;
  /** What was said; a text where it is no JSON. */
  readonly payload: unknown;
  readonly firstFailedAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly askedBy: string | null;
  readonly reason: string | null;
}

export interface DeadLetterQuery {
  /** Without one, what somebody has to look after: retrying, dead and behind, and what has been waiting for more than an hour. */
  readonly state?: DeadLetterState | undefined;
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

export interface DeadLetters {
  /** Oldest first. */
  list(query?: DeadLetterQuery): Promise<{ items: DeadLetter[]; nextCursor: string | null }>;
  find(id: string): Promise<DeadLetter | undefined>;
  /** Tries it once more, now. @returns `undefined` where nothing of that id waits */
  retry(id: string, who: string): Promise<DeadLetter | undefined>;
  /** Takes it out of the line for good; those behind it move up. @returns `undefined` where nothing of that id waits */
  drop(id: string, who: string, reason: string): Promise<DeadLetter | undefined>;
}

/** A timer that failed so often is shown; it rings on all the same. */
const attemptsShown = 5;

const letters = `
  select 'event' as kind, dead_letter_id as id, reaction, event_id, type, partition_key, state, attempts, last_error, body,
    case when attempts > 0 then first_failed_at end as first_failed_at,
    case when state in ('waiting', 'retrying') then next_attempt_at end as next_attempt_at, asked_by, reason, first_failed_at as since,
    -- What waits for an event of another stream is nobody's work for an hour, nor is what stands behind it.
    exists (
      select 1 from dead_letter head where head.durable = letter.durable and head.partition_key = letter.partition_key
        and head.state = 'waiting' and head.first_failed_at > clock_timestamp() - interval '1 hour'
    ) as young
  from dead_letter letter
  union all
  select 'timer', timer_id, kind, ref, 'timer:' || kind, ref, case when fired_at is null then 'retrying' else 'dropped' end, attempts, last_error,
    jsonb_build_object('ref', ref, 'dueAt', to_char(due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text,
    failing_since, case when fired_at is null then next_attempt_at end, asked_by, reason, failing_since, false
  from timer where failing_since is not null and attempts >= ${attemptsShown} and (fired_at is null or reason is not null)
  union all
  select 'publication', event_id, 'publish', event_id::text, type, partition_key, case when dropped_at is null then 'dead' else 'dropped' end, attempts,
    last_error, (select data::text from journal where journal.seq = outbox.seq), stuck_at, null, asked_by, reason, stuck_at, false
  from outbox where stuck_at is not null and published_at is null`;

const iso = (column: string, name: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

const columns = `kind, id, reaction, event_id as "eventId", type, partition_key as "partitionKey", state, attempts, last_error as "lastError",
  body, ${iso('first_failed_at', 'firstFailedAt')}, ${iso('next_attempt_at', 'nextAttemptAt')}, asked_by as "askedBy", reason,
  (extract(epoch from since) * 1000000)::bigint::text as micros`;

type Row = Omit<DeadLetter, 'payload'> & { readonly micros: string; readonly body: string };

/** How each kind is tried again and dropped: what is set, and which rows still wait. */
const changes: Readonly<
  Record<DeadLetterKind, { table: string; id: string; open: string; retry: string; drop: string }>
> = {
  event: {
    table: 'dead_letter',
    id: 'dead_letter_id',
    open: `state in ('waiting', 'retrying', 'dead', 'behind')`,
    // Who waits behind another is tried when its turn comes; asking for it changes nothing but the record of who asked.
    retry: `state = case when state = 'behind' then state else 'retrying' end, attempts = 0, next_attempt_at = clock_timestamp()`,
    drop: `state = 'dropped', settled_at = clock_timestamp()`,
  },
  timer: {
    table: 'timer',
    id: 'timer_id',
    open: 'fired_at is null',
    retry: 'next_attempt_at = clock_timestamp()',
    drop: 'fired_at = clock_timestamp()',
  },
  publication: {
    table: 'outbox',
    id: 'event_id',
    open: 'stuck_at is not null and published_at is null and dropped_at is null',
    retry: 'stuck_at = null, attempts = 0',
    drop: 'dropped_at = clock_timestamp()',
  },
};

/** What a person sees of the events and timers that could not be handled or published, and may do about them. */
export function deadLetters(db: DataSource): DeadLetters {
  const read = async (id: string) => {
    const rows: Row[] = await db.query(`select ${columns} from (${letters}) as letters where id = $1`, [id]);
    return rows[0];
  };
  const change = async (id: string, how: 'retry' | 'drop', who: string, reason: string | null) => {
    const before = await read(id);
    if (!before) return undefined;
    const { table, id: key, open, ...set } = changes[before.kind];
    const answer: [unknown[], number] = await db.query(
      `update ${table} set ${set[how]}, asked_by = $2, reason = coalesce($3, reason) where ${key} = $1 and ${open}`,
      [id, who, reason],
    );
    return answer[1] > 0 ? present((await read(id)) ?? before) : undefined;
  };
  return {
    async find(id) {
      const row = await read(id);
      return row && present(row);
    },
    async list({ state, limit = 50, cursor } = {}) {
      const [micros = '0', id = '00000000-0000-0000-0000-000000000000'] = cursor?.split('.') ?? [];
      const states = state ? [state] : ['waiting', 'retrying', 'dead', 'behind'];
      const rows: Row[] = await db.query(
        `select ${columns} from (${letters}) as letters
         where state = any($1) and ($5 or not young)
           and (since, id) > (timestamptz 'epoch' + $2 * interval '1 microsecond', $3::uuid)
         order by since, id limit $4`,
        [states, micros, id, limit + 1, state !== undefined],
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(present),
        nextCursor: rows.length > limit && last ? `${last.micros}.${last.id}` : null,
      };
    },
    retry: (id, who) => change(id, 'retry', who, null),
    drop: (id, who, reason) => change(id, 'drop', who, reason),
  };
}

function present({ micros: _micros, body, ...letter }: Row): DeadLetter {
  try {
    return { ...letter, payload: JSON.parse(body) as unknown };
  } catch {
    return { ...letter, payload: body };
  }
}
