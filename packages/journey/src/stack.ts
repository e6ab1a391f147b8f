import type { Service } from '@pledge/contracts';

/** The whole system, as its people and its keeper meet it. */
export interface RunningStack {
  /** Where it runs: in containers, or on the parts of `packages/standalone`. */
  readonly environment: 'containers' | 'standalone';
  readonly url: string;
  /** Orderly, and it stays down. */
  stopService(name: Service | 'nats'): Promise<void>;
  /** Until it is ready. */
  startService(name: Service | 'nats'): Promise<void>;
  close(): Promise<void>;
}

/** A stack that may be broken, and looked into. */
export interface BreakableStack extends RunningStack {
  /** A database of it, as superuser. */
  databaseUrl(database: Service): string;
  /** What its PostgreSQL logs. */
  readonly postgresLog: string;
  pids(): Readonly<Record<string, number>>;
  /** SIGKILL; it is started again at once. */
  kill(name: Service | 'nats'): Promise<void>;
  /** SIGKILL, and it stays down until `startService`. */
  halt(name: Service | 'nats'): Promise<void>;
  wipeNats(): Promise<void>;
  restartPostgres(): Promise<void>;
}
