import type { DataSource } from 'typeorm';
import type { Bus, BusConnection } from '../connection.js';
import type { LeaseEnd } from '../lease.js';
import type { Logger } from '../logger.js';
import { Signal, pause } from '../backoff.js';
import { streamOf } from '../topology.js';
import { toHeaders } from './cloud-event.js';
import type { StreamState } from './reconciler.js';
import { forgetFrom, reconcile } from './reconciler.js';
import type { Unpublished } from './set-aside.js';
import { setAside } from './set-aside.js';
import { setRelay } from './wake.js';

export interface RelayOptions {
  readonly db: DataSource;
  readonly bus: BusConnection;
  readonly service: string;
  readonly logger: Logger;
  /** How long the stream keeps what was said; older events are not said again. */
  readonly retentionMs: number;
  readonly reconcileEveryMs: number;
  /** How long a stream that fell back is left alone, so that provisioning can set its durables back before they skip what is new. */
  readonly fellBackPauseMs: number;
}

interface Row {
  readonly seq: string;
  readonly eventId: string;
  readonly partitionKey: string;
  readonly type: string;
  readonly about: string;
  readonly body: string;
  readonly traceparent: string | null;
  readonly at: string;
  readonly lost: number;
}

interface Placed {
  readonly seq: string;
  readonly place: number;
  readonly duplicate: boolean;
}

const batch = 500;
const pollMs = 1_000;
const flushMs = 5_000;
/** The shortest time from one journey to the next: an event that comes alone goes at once, those that come thick and fast go together. */
const gatherMs = 10;

/** In the order in which it was said; what stands behind a stuck event of its key waits. */
const waitingSql = `
select o.seq, o.lost, o.event_id as "eventId", o.partition_key as "partitionKey", o.type, j.about, j.data::text as body, j.traceparent,
  to_char(j.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
from outbox o join journal j using (seq)
where o.published_at is null and o.dropped_at is null and not exists (
  select 1 from outbox s where s.partition_key = o.partition_key and s.seq <= o.seq
    and s.stuck_at is not null and s.published_at is null and s.dropped_at is null
) order by o.seq limit ${batch}`;

/** Carries the outbox to the stream: many at once, one after the other within a partition key. One is at work per service. */
export class Relay {
  readonly #wake = new Signal();
  #state: StreamState | undefined;
  #highest = 0;
  #reconcileAt = 0;

  constructor(private readonly options: RelayOptions) {
    options.bus.onConnect(() => {
      this.#reconcileAt = 0;
      this.#wake.raise();
    });
  }

  wake(): void {
    this.#wake.raise();
  }

  /** Looks after the outbox until the lease ends; on a release it first says what is still waiting, for at most five seconds. */
  async work(signal: AbortSignal): Promise<void> {
    const { db, bus, logger } = this.options;
    this.#reconcileAt = 0;
    this.#state = undefined;
    setRelay(db, { leading: true, wake: () => this.#wake.raise() });
    const patience = new AbortController();
    const giveUp = () => {
      setRelay(db, undefined);
      if ((signal.reason as LeaseEnd) === 'lost' || !bus.connected) patience.abort();
      else void pause(flushMs, patience.signal).then(() => patience.abort());
      this.#wake.raise();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      for (let failures = 0; !patience.signal.aborted;) {
        const begun = performance.now();
        const carried = await this.#carry(patience.signal).catch((failure: unknown) => {
          if (failures === 0) logger.warn({ err: failure }, 'the outbox could not be carried to the stream, trying on');
          return undefined;
        });
        failures = carried === undefined ? failures + 1 : 0;
        if (carried === undefined) {
          this.#reconcileAt = 0;
          await pause(Math.min(50 * 2 ** failures, 2_000), patience.signal);
        } else if (carried < batch) {
          if (signal.aborted) return;
          await this.#wake.wait(pollMs, patience.signal);
          await pause(Math.max(0, begun + gatherMs - performance.now()), signal);
        }
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
      patience.abort();
      setRelay(db, undefined);
    }
  }

  async #carry(signal: AbortSignal): Promise<number> {
    const { db, logger } = this.options;
    const bus = await this.options.bus.ready(signal);
    if (!bus) return 0;
    if (Date.now() >= this.#reconcileAt) await this.#reconcile(bus, signal);
    const rows: Row[] = await db.query(waitingSql);
    if (rows.length === 0) return 0;

    const lanes = Map.groupBy(rows, ({ partitionKey }) => partitionKey);
    const placed: Placed[] = [];
    const unpublished: Unpublished[] = [];
    await Promise.all(
      [...lanes.values()].map(async (lane) => {
        for (const row of lane) {
          try {
            placed.push(await this.#publish(bus, row));
          } catch (failure) {
            unpublished.push({ seq: row.seq, failure });
            return;
          }
        }
      }),
    );
    if (placed.length > 0) await this.#mark(placed);
    if (unpublished.length > 0) {
      const failure = await setAside(db, unpublished, placed.length > 0, logger);
      if (failure !== undefined) throw failure;
    }
    return rows.length;
  }

  async #publish({ js }: Bus, row: Row): Promise<Placed> {
    const { service } = this.options;
    const head = toHeaders({
      ...row,
      id: row.eventId,
      sequence: Number(row.seq),
      source: service,
      traceparent: row.traceparent ?? undefined,
    });
    const { seq, duplicate } = await js.publish(row.type, row.body, {
      // A name of its own for each time it was lost: the server would take the old one for a duplicate of what it lost.
      msgID: row.lost > 0 ? `${row.eventId}.${row.lost}` : row.eventId,
      headers: head,
      timeout: 5_000,
      expect: { streamName: streamOf(service) },
    });
    return { seq: row.seq, place: seq, duplicate };
  }

  async #mark(placed: readonly Placed[]): Promise<void> {
    const { db, service } = this.options;
    const incarnation = this.#state?.incarnation ?? null;
    const fresh = placed.filter(({ duplicate }) => !duplicate).map(({ place }) => place);
    const lowest = Math.min(...fresh);
    if (incarnation && lowest <= this.#highest) {
      await forgetFrom(
        db,
        incarnation,
        lowest,
        placed.map(({ seq }) => seq),
      );
      this.#reconcileAt = 0;
      this.#highest = 0;
    }
    this.#highest = Math.max(this.#highest, ...fresh);
    await db.query(
      `update outbox o set published_at = clock_timestamp(), stream = $1, incarnation = $2, stream_seq = p.place
       from unnest($3::bigint[], $4::bigint[]) as p (seq, place) where o.seq = p.seq`,
      [streamOf(service), incarnation, placed.map(({ seq }) => seq), placed.map(({ place }) => place)],
    );
  }

  async #reconcile({ jsm }: Bus, signal: AbortSignal): Promise<void> {
    const { db, service, retentionMs, reconcileEveryMs, fellBackPauseMs, logger } = this.options;
    const state = await reconcile(db, jsm, streamOf(service), retentionMs, this.#state);
    if (state.lost > 0) {
      const { lost, fellBack } = state;
      logger.warn({ stream: streamOf(service), lost, fellBack }, 'the stream lost what it had; saying it again');
    }
    if (state.incarnation !== this.#state?.incarnation) this.#highest = 0;
    this.#state = state;
    this.#highest = Math.max(this.#highest, state.lastSeq);
    this.#reconcileAt = Date.now() + reconcileEveryMs;
    if (state.fellBack) {
      this.#highest = state.lastSeq;
      await pause(fellBackPauseMs, signal);
    }
  }
}
