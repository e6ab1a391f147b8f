import type { DataSource } from 'typeorm';
import { verdictOn } from '../failures.js';
import type { Envelope } from '../outbox/envelope.js';
import type { Message } from './message.js';
import type { Failed } from './reactions.js';

export type ParkedState = 'retrying' | 'dead' | 'behind';

/** After each failed attempt the next one waits this long; after the last, a person decides. */
export const retryDelaysMs: readonly number[] = [200, 1_000, 5_000, 15_000, 60_000];

export interface Parked {
  readonly id: string;
  readonly state: ParkedState;
  readonly due: boolean;
  readonly attempts: number;
  readonly message: Message;
}

interface ParkedRow {
  readonly id: string;
  readonly state: ParkedState;
  readonly due: boolean;
  readonly attempts: number;
  readonly subject: string;
  readonly stream: string;
  readonly stream_seq: string;
  readonly headers: Envelope;
  readonly body: string;
}

const open = `state in ('retrying', 'dead', 'behind')`;

/** The messages one durable could not handle, and those that wait behind them. */
export class Parking {
  constructor(
    private readonly db: DataSource,
    private readonly durable: string,
  ) {}

  /** The keys that wait, and the events a person dropped. */
  async survey(): Promise<{ readonly blocked: Set<string>; readonly dropped: Set<string> }> {
    const blocked: { key: string }[] = await this.db.query(
      `select distinct partition_key as key from dead_letter where durable = $1 and ${open}`,
      [this.durable],
    );
    return { blocked: new Set(blocked.map(({ key }) => key)), dropped: await this.dropped() };
  }

  async dropped(): Promise<Set<string>> {
    const rows: { id: string }[] = await this.db.query(
      `select event_id as id from dead_letter where durable = $1 and state = 'dropped'`,
      [this.durable],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** A message that failed for the first time. */
  async park(message: Message, { reaction, failure }: Failed): Promise<void> {
    const state = verdictOn(failure) === 'park' ? 'dead' : 'retrying';
    await this.#insert(message, reaction, state, retryDelaysMs[0] ?? 0, tell(failure));
  }

  /** A message whose predecessor of the same key waits. */
  async queueBehind(message: Message, reaction: string): Promise<void> {
    await this.#insert(message, reaction, 'behind', 0, null);
  }

  async #insert(
    message: Message,
    reaction: string,
    state: ParkedState,
    delayMs: number,
    error: string | null,
  ): Promise<void> {
    const { envelope, subject, stream, streamSeq, body } = message;
    await this.db.query(
      `insert into dead_letter (durable, reaction, event_id, partition_key, type, stream, stream_seq, subject, headers, body, state,
         attempts, next_attempt_at, last_error)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp() + $13 * interval '1 ms', $14)
       on conflict (durable, event_id) do nothing`,
      [
        this.durable,
        reaction,
        envelope.id,
        envelope.partitionKey,
        envelope.type,
        stream,
        streamSeq,
        subject,
        JSON.stringify(envelope),
        storable(body),
        state,
        state === 'behind' ? 0 : 1,
        delayMs,
        error,
      ],
    );
  }

  /** Whoever is first in the line of a key. */
  async head(key: string): Promise<Parked | undefined> {
    const rows: ParkedRow[] = await this.db.query(
      `select place as id, state, state = 'behind' or (state = 'retrying' and next_attempt_at <= clock_timestamp()) as due, attempts,
         subject, stream, stream_seq, headers, body
       from dead_letter where durable = $1 and partition_key = $2 and ${open} order by place limit 1`,
      [this.durable, key],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { id, state, due, attempts, subject, stream, headers, body } = row;
    const message = { envelope: headers, subject, stream, streamSeq: Number(row.stream_seq), body };
    return { id, state, due, attempts, message };
  }

  /** The keys of which nobody waits any more, or whose first may be tried. */
  async movable(blocked: ReadonlySet<string>): Promise<string[]> {
    const heads: { key: string; due: boolean }[] = await this.db.query(
      `select distinct on (partition_key) partition_key as key,
         state = 'behind' or (state = 'retrying' and next_attempt_at <= clock_timestamp()) as due
       from dead_letter where durable = $1 and ${open} order by partition_key, place`,
      [this.durable],
    );
    const waiting = new Map(heads.map(({ key, due }) => [key, due]));
    return [...new Set([...blocked, ...waiting.keys()])].filter((key) => waiting.get(key) ?? true);
  }

  async done(id: string): Promise<void> {
    await this.db.query(
      `update dead_letter set state = 'done', settled_at = clock_timestamp() where place = $1 and ${open}`,
      [id],
    );
  }

  async failed({ id, attempts }: Parked, { reaction, failure }: Failed): Promise<void> {
    const delay = retryDelaysMs[attempts];
    const dead = verdictOn(failure) === 'park' || delay === undefined;
    await this.db.query(
      `update dead_letter set state = $2, reaction = $5, attempts = attempts + 1, last_error = $3, last_failed_at = clock_timestamp(),
         next_attempt_at = clock_timestamp() + $4 * interval '1 ms' where place = $1 and ${open}`,
      [id, dead ? 'dead' : 'retrying', tell(failure), delay ?? 0, reaction],
    );
  }
}

// PostgreSQL stores no NUL in text; the body is kept for a person to read.
const storable = (text: string) => text.replaceAll('\u0000', '\ufffd');

function tell(failure: unknown): string {
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return storable(text).slice(0, 4_000);
}
