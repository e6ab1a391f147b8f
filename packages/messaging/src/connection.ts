import { readFileSync } from 'node:fs';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import type { Logger } from './logger.js';
import { pause } from './backoff.js';

export interface NatsOptions {
  readonly servers: string | readonly string[];
  /** The nkey seed of this user; without one the server must let anybody in. */
  readonly seed?: string;
}

/** `NATS_URL` (comma separated), and `NATS_NKEY_SEED` or `NATS_NKEY_SEED_FILE`. */
export function natsOptionsFrom(env: Readonly<Record<string, string | undefined>>): NatsOptions {
  const servers = (env.NATS_URL ?? 'nats://127.0.0.1:4222').split(',').map((server) => server.trim());
  const seed = env.NATS_NKEY_SEED ?? (env.NATS_NKEY_SEED_FILE && readFileSync(env.NATS_NKEY_SEED_FILE, 'utf8'));
  return seed ? { servers, seed: seed.trim() } : { servers };
}

export interface Bus {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
}

/** A connection to NATS that never gives up, and does not keep anybody waiting for it. */
export class BusConnection {
  #bus: Bus | undefined;
  #connected = false;
  #waiting: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #end = new AbortController();
  readonly #loop: Promise<void>;

  constructor(
    private readonly user: string,
    private readonly options: NatsOptions,
    private readonly logger: Logger,
  ) {
    this.#loop = this.#keepConnected();
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** Is called at every connection, the first and those after. */
  onConnect(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The bus as soon as it is there; `undefined` where the signal came first. */
  async ready(signal?: AbortSignal): Promise<Bus | undefined> {
    while (!this.#connected && !signal?.aborted && !this.#end.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    return this.#connected ? this.#bus : undefined;
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#tell(false);
    await this.#bus?.nc.close();
    await this.#loop;
  }

  async #keepConnected(): Promise<void> {
    const { signal } = this.#end;
    for (let failures = 0; !signal.aborted;) {
      try {
        const nc = await this.#connect();
        failures = 0;
        if (this.#ended()) await nc.close();
        else await this.#watch(nc);
      } catch (failure) {
        if (failures === 0) this.logger.warn({ err: failure }, 'NATS cannot be reached, trying on');
        failures += 1;
      }
      await pause(Math.min(100 * 2 ** failures, 2_000), signal);
    }
  }

  #ended(): boolean {
    return this.#end.signal.aborted;
  }

  #connect(): Promise<NatsConnection> {
    const { servers, seed } = this.options;
    return connect({
      servers: typeof servers === 'string' ? servers : [...servers],
      name: this.user,
      inboxPrefix: `_INBOX.${this.user}`,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      reconnectJitter: 100,
      ignoreAuthErrorAbort: true,
      ignoreClusterUpdates: true,
      pingInterval: 5_000,
      maxPingOut: 2,
      timeout: 2_000,
      ...(seed && { authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)) }),
    });
  }

  async #watch(nc: NatsConnection): Promise<void> {
    this.#bus = { nc, js: jetstream(nc), jsm: await jetstreamManager(nc, { checkAPI: false }) };
    this.#tell(true);
    this.logger.info({ server: nc.getServer() }, 'connected to NATS');
    for await (const status of nc.status()) {
      if (status.type === 'reconnect') this.#tell(true);
      else if (status.type === 'disconnect') this.#tell(false);
      else if (status.type === 'error') this.logger.warn({ err: status.error }, 'NATS complains');
      if (status.type === 'reconnect' || status.type === 'disconnect') {
        this.logger.info({ server: status.server }, `NATS ${status.type}`);
      }
    }
    this.#tell(false);
  }

  #tell(connected: boolean): void {
    this.#connected = connected;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
    if (connected) for (const listener of this.#listeners) listener();
  }
}
