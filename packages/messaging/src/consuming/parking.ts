import { NotYetReceived } from '@pledge/kernel';
import type { DataSource } from 'typeorm';
import type { Statement } from '../commands/statement.js';
import { verdictOn } from '../failures.js';
import type { CloudEvent } from '../outbox/cloud-event.js';
import type { Message } from './message.js';
import type { Failed } from './reactions.js';

export type ParkedState = 'waiting' | 'retrying' | 'dead' | 'behind';

/** After each failed attempt the next one waits this long; after the last, a person decides. */
export const retryDelaysMs: readonly number[] = [200, 1_000, 5_000, 15_000, 60_000];

/** What waits for an event of another stream is woken by it; it is tried besides, ever less often, for a week. */
const waitDelayMs = (attempts: number): number => Math.min(200 * 2 ** attempts, 60_000);
const longestWaitMs = 7 * 24 * 3_600_000;

export interface Parked {
  readonly id: string;
  readonly state: ParkedState;
  readonly due: boolean;
  readonly attempts: number;
  readonly waitedMs: number;
  readonly message: Message;
}

type ParkedRow = Omit<Parked, 'message'> & {
  readonly subject: string;
  readonly stream: string;
  readonly stream_seq: string;
  readonly headers: CloudEvent;
  readonly body: string;
};

/** What comes of a failed attempt. */
export interface Fate {
  readonly state: 'waiting' | 'retrying' | 'dead' | 'behind';
  readonly delayMs: number;
  readonly waitsFor: string | null;
  readonly error: string | null;
}

const open = `state in ('waiting', 'retrying', 'dead', 'behind')`;
const due = `(state = 'behind' or (state in ('waiting', 'retrying') and next_attempt_at <= clock_timestamp()))`;

/** The messages one durable could not handle, and those that stand behind them: a line for each key. */
export class Parking {
  constructor(
    private readonly db: DataSource,
    private readonly durable: string,
  ) {}

  /** The lines in which somebody stands, and those of which a person dropped somebody. */
  async survey(): Promise<{ readonly blocked: Set<string>; readonly withDropped: Set<string> }> {
    // Whoever starts anew may be of a later version, which understands more.
    await this.db.query(
      `update dead_letter set next_attempt_at = clock_timestamp() where durable = $1 and state = 'waiting'`,
      [this.durable],
    );
    return { blocked: await this.#lines(open), withDropped: await this.#lines(`state = 'dropped'`) };
  }

  async #lines(where: string): Promise<Set<string>> {
    const rows: { line: string }[] = await this.db.query(
      `select distinct partition_key as line from dead_letter where durable = $1 and ${where}`,
      [this.durable],
    );
    return new Set(rows.map(({ line }) => line));
  }

  /** Whether a person dropped somebody of the line. */
  async hasDropped(line: string): Promise<boolean> {
    const rows: unknown[] = await this.db.query(
      `select 1 from dead_letter where durable = $1 and partition_key = $2 and state = 'dropped' limit 1`,
      [this.durable, line],
    );
    return rows.length > 0;
  }

  async wasDropped(eventId: string): Promise<boolean> {
    const rows: unknown[] = await this.db.query(
      `select 1 from dead_letter where durable = $1 and event_id = $2 and state = 'dropped'`,
      [this.durable, eventId],
    );
    return rows.length > 0;
  }

  /** A message that failed for the first time. @returns what came of it */
  async park(line: string, message: Message, failed: Failed): Promise<Fate> {
    const { fate, statement } = this.parked(line, message, failed);
    await this.db.query(statement.text, [...statement.values]);
    return fate;
  }

  /** The same, for whoever sends the statement. */
  parked(line: string, message: Message, failed: Failed): { readonly fate: Fate; readonly statement: Statement } {
    const fate = fateOf(failed, message, { attempts: 0, waitedMs: 0 });
    return { fate, statement: this.#inserted(line, message, failed.reaction, fate) };
  }

  /** A message whose predecessor in the line waits. */
  async queueBehind(line: string, message: Message, reaction: string): Promise<void> {
    const fate: Fate = { state: 'behind', delayMs: 0, waitsFor: null, error: null };
    const { text, values } = this.#inserted(line, message, reaction, fate);
    await this.db.query(text, [...values]);
  }

  /** One that was handled once stands in the line anew: a reaction that was added since may fail on a replay. */
  #inserted(line: string, message: Message, reaction: string, { state, delayMs, waitsFor, error }: Fate): Statement {
    const { cloudEvent, subject, stream, streamSeq, body } = message;
    return {
      text: `insert into dead_letter (durable, reaction, event_id, partition_key, type, stream, stream_seq, subject, headers, body, state,
         attempts, next_attempt_at, last_error, waits_for)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp() + $13 * interval '1 ms', $14, $15)
       on conflict (durable, event_id) do update set reaction = excluded.reaction, partition_key = excluded.partition_key,
         stream_seq = excluded.stream_seq, headers = excluded.headers, body = excluded.body, state = excluded.state,
         attempts = excluded.attempts, next_attempt_at = excluded.next_attempt_at, last_error = excluded.last_error,
         waits_for = excluded.waits_for, first_failed_at = excluded.first_failed_at, last_failed_at = excluded.last_failed_at,
         settled_at = null
       where dead_letter.state = 'done'`,
      values: [
        this.durable,
        reaction,
        cloudEvent.id,
        line,
        cloudEvent.type,
        stream,
        streamSeq,
        subject,
        JSON.stringify(cloudEvent),
        storable(body),
        state,
        state === 'behind' ? 0 : 1,
        delayMs,
        error,
        waitsFor,
      ],
    };
  }

  /** Whoever is first in a line. */
  async head(line: string): Promise<Parked | undefined> {
    const rows: ParkedRow[] = await this.db.query(
      `select place as id, state, ${due} as due, attempts, subject, stream, stream_seq, headers, body,
         (extract(epoch from clock_timestamp() - first_failed_at) * 1000)::float8 as "waitedMs"
       from dead_letter where durable = $1 and partition_key = $2 and ${open} order by place limit 1`,
      [this.durable, line],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { id, state, due: isDue, attempts, waitedMs, subject, stream, headers, body } = row;
    const message = { cloudEvent: headers, subject, stream, streamSeq: Number(row.stream_seq), body };
    return { id, state, due: isDue, attempts, waitedMs, message };
  }

  /** The lines whose first may be tried by now. */
  async due(): Promise<string[]> {
    const rows: { line: string }[] = await this.db.query(
      `select distinct partition_key as line from dead_letter
       where durable = $1 and state in ('waiting', 'retrying') and next_attempt_at <= clock_timestamp()`,
      [this.durable],
    );
    return rows.map(({ line }) => line);
  }

  /** The lines of which nobody waits any more, or whose first may be tried: also after a person dropped one. */
  async movable(blocked: ReadonlySet<string>): Promise<string[]> {
    const heads: { line: string; due: boolean }[] = await this.db.query(
      `select distinct on (partition_key) partition_key as line, ${due} as due
       from dead_letter where durable = $1 and ${open} order by partition_key, place`,
      [this.durable],
    );
    const waiting = new Map(heads.map((head) => [head.line, head.due]));
    return [...new Set([...blocked, ...waiting.keys()])].filter((line) => waiting.get(line) ?? true);
  }

  async done(id: string): Promise<void> {
    await this.db.query(
      `update dead_letter set state = 'done', settled_at = clock_timestamp() where place = $1 and ${open}`,
      [id],
    );
  }

  /** @returns what came of the attempt */
  async failed({ id, state, attempts, waitedMs, message }: Parked, failed: Failed): Promise<Fate> {
    const wasTried = state === 'waiting' || state === 'retrying';
    const fate = fateOf(failed, message, { attempts, waitedMs: wasTried ? waitedMs : 0 }, state);
    await this.db.query(
      `update dead_letter set state = $2, reaction = $5, last_error = $3, last_failed_at = clock_timestamp(), waits_for = $6,
         attempts = case when state in ($2, 'behind', 'dead') or $2 = 'dead' then attempts + 1 else 1 end,
         first_failed_at = case when state in ('waiting', 'retrying', 'dead') then first_failed_at else clock_timestamp() end,
         next_attempt_at = clock_timestamp() + $4 * interval '1 ms' where place = $1 and ${open}`,
      [id, fate.state, fate.error, fate.delayMs, failed.reaction, fate.waitsFor],
    );
    return fate;
  }
}

interface Past {
  readonly attempts: number;
  readonly waitedMs: number;
}

function fateOf({ failure }: Failed, { cloudEvent }: Message, past: Past, was?: ParkedState): Fate {
  const error = tell(failure);
  const dead: Fate = { state: 'dead', delayMs: 0, waitsFor: null, error };
  switch (verdictOn(failure)) {
    case 'dead':
      return dead;
    case 'wait': {
      if (past.waitedMs > longestWaitMs) return dead;
      const waitsFor = failure instanceof NotYetReceived ? (failure.key ?? cloudEvent.partitionKey) : null;
      return { state: 'waiting', delayMs: waitDelayMs(was === 'waiting' ? past.attempts : 0), waitsFor, error };
    }
    case 'retry': {
      const delayMs = retryDelaysMs[was === 'waiting' ? 0 : past.attempts];
      return delayMs === undefined ? dead : { state: 'retrying', delayMs, waitsFor: null, error };
    }
  }
}

// PostgreSQL stores no NUL in text; the body is kept for a person to read.
const storable = (text: string) => text.replaceAll('\u0000', '\ufffd');

function tell(failure: unknown): string {
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return storable(text).slice(0, 4_000);
}
