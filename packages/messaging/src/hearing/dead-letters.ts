import type { DataSource } from 'typeorm';

export type DeadLetterState = 'retrying' | 'dead' | 'behind' | 'dropped' | 'done';

export interface DeadLetter {
  readonly id: string;
  readonly reaction: string;
  readonly durable: string;
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
  /** Without one, those that wait: retrying, dead and behind. */
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

const iso = (column: string, name: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

const columns = `place, dead_letter_id as id, reaction, durable, event_id as "eventId", type, partition_key as "partitionKey", state,
  attempts, last_error as "lastError", body, ${iso(`case when attempts > 0 then first_failed_at end`, 'firstFailedAt')},
  ${iso(`case when state = 'retrying' then next_attempt_at end`, 'nextAttemptAt')}, asked_by as "askedBy", reason`;

type Row = Omit<DeadLetter, 'payload'> & { readonly place: string; readonly body: string };

/** What a person sees of the messages that could not be handled, and may do about them. */
export function deadLetters(db: DataSource): DeadLetters {
  const find = async (id: string) => {
    const rows: Row[] = await db.query(`select ${columns} from dead_letter where dead_letter_id = $1`, [id]);
    return rows[0] && present(rows[0]);
  };
  const change = async (id: string, change: string, parameters: unknown[]) => {
    const answer: [unknown[], number] = await db.query(
      `update dead_letter set ${change} where dead_letter_id = $1 and state in ('retrying', 'dead', 'behind')`,
      [id, ...parameters],
    );
    return answer[1] > 0 ? find(id) : undefined;
  };
  return {
    find,
    async list({ state, limit = 50, cursor } = {}) {
      const states = state ? [state] : ['retrying', 'dead', 'behind'];
      const rows: Row[] = await db.query(
        `select ${columns} from dead_letter where state = any($1) and place > $2 order by place limit $3`,
        [states, Number(cursor ?? 0) || 0, limit + 1],
      );
      const shown = rows.slice(0, limit);
      return { items: shown.map(present), nextCursor: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
    },
    // Who waits behind another is tried when its turn comes; asking for it changes nothing but the record of who asked.
    retry: (id, who) =>
      change(
        id,
        `state = case when state = 'behind' then state else 'retrying' end, attempts = 0, next_attempt_at = clock_timestamp(),
         asked_by = $2`,
        [who],
      ),
    drop: (id, who, reason) =>
      change(id, `state = 'dropped', settled_at = clock_timestamp(), asked_by = $2, reason = $3`, [who, reason]),
  };
}

function present({ place: _place, body, ...letter }: Row): DeadLetter {
  try {
    return { ...letter, payload: JSON.parse(body) as unknown };
  } catch {
    return { ...letter, payload: body };
  }
}
