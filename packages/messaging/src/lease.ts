import type { QueryResult, QueryResultRow } from 'pg';
import { Client } from 'pg';
import type { Logger } from './logger.js';
import { pause } from './backoff.js';

/** Why work under a lease has to end: `lost` at once, `released` in good order. */
export type LeaseEnd = 'lost' | 'released';
export type Work = (signal: AbortSignal) => Promise<void>;

interface Lease {
  readonly name: string;
  readonly spread: boolean;
  readonly work: Work;
  readonly end: AbortController;
  held: AbortController | undefined;
  notBefore: number;
}

const retryMs = 500;

/**
 * Leases by advisory lock on one database connection of their own, which comes back for ever. Of several replicas one holds a lease;
 * when it dies its connection goes, and the lease with it.
 */
export class Leases {
  readonly #end = new AbortController();
  readonly #leases: Lease[] = [];
  readonly #pursuits: Promise<void>[] = [];
  readonly #connection: Promise<void>;
  readonly #onNotify = new Set<() => void>();
  #client: Client | undefined;
  #asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly service: string,
    private readonly logger: Logger,
  ) {
    this.#connection = this.#keepConnected();
  }

  get connected(): boolean {
    return this.#client !== undefined;
  }

  /** Is called when another program has written into the outbox. */
  onOutbox(listener: () => void): void {
    this.#onNotify.add(listener);
  }

  /**
   * Does the work whenever, and only while, this program holds the lease. `spread` leases are shared out among the replicas.
   * @returns ends the work in good order and gives the lease back
   */
  whileHeld(name: string, work: Work, { spread = false } = {}): () => Promise<void> {
    const end = new AbortController();
    const lease: Lease = { name: `lease/${name}`, spread, work, end, held: undefined, notBefore: 0 };
    const pursuit = this.#pursue(lease);
    this.#leases.push(lease);
    this.#pursuits.push(pursuit);
    return () => {
      end.abort();
      lease.held?.abort('released' satisfies LeaseEnd);
      return pursuit;
    };
  }

  /** Ends all work in good order and gives the leases back. The connection is kept until they are. */
  async close(): Promise<void> {
    const leaving = this.#client;
    if (leaving) {
      void this.#ask(leaving, `set application_name = 'pledge-leaving'`).catch((failure: unknown) =>
        this.logger.debug({ err: failure }, 'could not say that it leaves'),
      );
    }
    for (const { end, held } of this.#leases) {
      end.abort();
      held?.abort('released' satisfies LeaseEnd);
    }
    await Promise.all(this.#pursuits);
    this.#end.abort();
    await this.#connection;
    await this.#client?.end().catch((failure: unknown) => this.#lost(this.#client, failure));
  }

  async #keepConnected(): Promise<void> {
    const { signal } = this.#end;
    for (let failures = 0; !signal.aborted;) {
      if (!this.#client) {
        try {
          await this.#connect();
          failures = 0;
        } catch (failure) {
          if (failures === 0) this.logger.warn({ err: failure }, 'the database cannot be reached, trying on');
          failures += 1;
        }
      } else {
        await this.#ping(this.#client);
        if (!this.#leaving)
          await this.#shareOut().catch((failure: unknown) =>
            this.logger.debug({ err: failure }, 'leases not shared out'),
          );
      }
      await pause(this.#client ? 2_000 : Math.min(100 * 2 ** failures, 2_000), signal);
    }
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'pledge-joining',
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      // The kernel answers keepalives also for a program that is frozen; one that does not even ping loses its leases.
      options:
        '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c idle_session_timeout=10s',
    });
    client.on('error', (failure) => this.#lost(client, failure));
    client.on('end', () => this.#lost(client, undefined));
    client.on('notification', () => {
      for (const listener of this.#onNotify) listener();
    });
    try {
      await client.connect();
      await client.query('listen outbox');
      // From here on it counts as a replica, until it leaves: only those can take their share.
      await client.query(`set application_name = '${this.#applicationName}'`);
    } catch (failure) {
      await client.end().catch(() => this.logger.debug({}, 'a connection without leases was closed already'));
      throw failure;
    }
    this.#client = client;
    this.logger.debug({}, 'leases can be taken');
  }

  get #leaving(): boolean {
    return this.#leases.length > 0 && this.#leases.every(({ end }) => end.signal.aborted);
  }

  get #applicationName(): string {
    return `pledge-leases:${this.service}`;
  }

  /** A connection that hangs is as bad as one that broke: the lock on its other end may be gone already. */
  async #ping(client: Client): Promise<void> {
    const early = new AbortController();
    const late = pause(5_000, early.signal).then(() => {
      if (!early.signal.aborted) this.#lost(client, new Error('no answer to a ping within 5 s'));
    });
    const answer = this.#ask(client, 'select 1').then(
      () => early.abort(),
      (failure: unknown) => {
        this.#lost(client, failure);
        early.abort();
      },
    );
    await Promise.race([late, answer]);
  }

  /** One question at a time, as a single connection wants it. */
  #ask<Row extends QueryResultRow>(client: Client, sql: string, parameters: string[] = []): Promise<QueryResult<Row>> {
    const answer = this.#asked.then(() => client.query<Row>(sql, parameters));
    this.#asked = answer.catch(() => undefined);
    return answer;
  }

  #lost(client: Client | undefined, failure: unknown): void {
    if (!client || this.#client !== client) return;
    this.#client = undefined;
    this.#asked = Promise.resolve();
    for (const { held } of this.#leases) held?.abort('lost' satisfies LeaseEnd);
    if (!this.#end.signal.aborted) this.logger.warn({ err: failure }, 'the connection that holds the leases broke');
    client.end().catch(() => this.logger.debug({}, 'the broken connection was closed already'));
  }

  async #pursue(lease: Lease): Promise<void> {
    const { signal } = lease.end;
    while (!signal.aborted) {
      const client = this.#client;
      if (client && Date.now() >= lease.notBefore && (await this.#take(client, lease.name))) {
        await this.#hold(client, lease);
      }
      await pause(retryMs, signal);
    }
  }

  async #take(client: Client, name: string): Promise<boolean> {
    try {
      const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken';
      const { rows } = await this.#ask<{ taken: boolean }>(client, sql, [name]);
      return rows[0]?.taken === true;
    } catch (failure) {
      this.#lost(client, failure);
      return false;
    }
  }

  async #hold(client: Client, lease: Lease): Promise<void> {
    const held = new AbortController();
    lease.held = held;
    if (this.#client !== client) held.abort('lost' satisfies LeaseEnd);
    if (lease.end.signal.aborted) held.abort('released' satisfies LeaseEnd);
    try {
      if (!held.signal.aborted) await lease.work(held.signal);
    } catch (failure) {
      this.logger.warn({ err: failure, lease: lease.name }, 'work under a lease stopped, starting again');
    }
    lease.held = undefined;
    if (this.#client !== client) return;
    await this.#ask(client, 'select pg_advisory_unlock(hashtextextended($1, 0))', [lease.name]).catch(
      (failure: unknown) => this.#lost(client, failure),
    );
  }

  /** Gives one lease away where another replica has less than its share. */
  async #shareOut(): Promise<void> {
    const wanted = this.#leases.filter(({ spread, end }) => spread && !end.signal.aborted);
    const held = wanted.filter((lease) => lease.held);
    const client = this.#client;
    if (!client || wanted.length < 2) return;
    const { rows } = await this.#ask<{ replicas: number }>(
      client,
      'select count(*)::int as replicas from pg_stat_activity where datname = current_database() and application_name = $1',
      [this.#applicationName],
    );
    const share = Math.ceil(wanted.length / Math.max(1, rows[0]?.replicas ?? 1));
    const now = Date.now();
    if (held.length >= share) for (const lease of wanted) if (!lease.held) lease.notBefore = now + 4_000;
    const [first] = held;
    if (held.length > share && first) {
      first.notBefore = now + 4_000;
      first.held?.abort('released' satisfies LeaseEnd);
    }
  }
}
