import type { Migration } from '@pledge/messaging';
import { grantRunningRole, messagingMigrations, pendingMigrations } from '@pledge/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import { databaseFailure } from './database-failure.js';
import { hostMigrations } from './migrations/index.js';
import type { Settings } from './settings.js';

export type Migrations = readonly Migration[];
export type Entities = NonNullable<DataSourceOptions['entities']>;

/** All that a service's database needs, in order: the bus's, the host's, its own. */
export const serviceMigrations = (own: Migrations): Migrations => [...messagingMigrations, ...hostMigrations, ...own];
const migrationLock = "hashtextextended('pledge/migrations', 0)";

export interface Owner {
  /** As the role that owns the tables. */
  readonly url: string;
  /** The role that the service runs as, which is given its rights. */
  readonly runRole: string;
}

/**
 * Brings a service's database up to date, as its owner; several at once take turns. For a program of its own: no running service
 * holds the owner's password.
 * @param own the service's own migrations
 * @returns the names of those that were run
 * @throws where the database was made before the first release, or has run what comes after a migration that it has not
 */
export async function migrate({ url, runRole }: Owner, own: Migrations): Promise<string[]> {
  const owner = await new DataSource({
    type: 'postgres',
    url,
    applicationName: 'pledge-migrations',
    installExtensions: false,
    poolSize: 2,
    connectTimeoutMS: 5_000,
    migrations: [...serviceMigrations(own)],
    migrationsTransactionMode: 'each',
  }).initialize();
  try {
    const lock = owner.createQueryRunner();
    try {
      await lock.query(`select pg_advisory_lock(${migrationLock})`);
      // Says what is pending, and refuses a database that it cannot bring up to date.
      await pendingMigrations(owner);
      const done = await owner.runMigrations();
      await grantRunningRole(owner, runRole);
      await lock.query(`select pg_advisory_unlock(${migrationLock})`);
      return done.map(({ name }) => name);
    } finally {
      await lock.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** The database as the service uses it, with the rights of its running role. */
export function connect(
  service: string,
  settings: Settings,
  { entities = [], migrations }: { readonly entities?: Entities; readonly migrations: Migrations },
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: `pledge-${service}`,
    installExtensions: false,
    poolSize: settings.poolSize,
    connectTimeoutMS: 5_000,
    entities,
    // Not to be run by this role: so that it can be told whether any is missing.
    migrations: [...serviceMigrations(migrations)],
    extra: {
      // The statements of a flush are on their way together.
      pipeline: true,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      // To compile a question takes longer than any of ours.
      options: '-c jit=off',
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
  }).initialize();
}

/** Tries until it works or is told to stop, ever less often. */
export async function untilItWorks<T>(work: () => Promise<T>, log: Logger, stop: AbortSignal): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (failure) {
      if (databaseFailure(failure) !== 'unavailable') throw failure;
      log.warn({ err: failure, attempt }, 'the database cannot be reached, trying on');
    }
    await pause(Math.min(100 * 2 ** attempt, 5_000), undefined, { signal: stop });
  }
}

const waitMs = 500;

/** Waits until another program has brought the database up to date. A database that is newer than this program will do. */
export async function untilMigrated(db: DataSource, log: Logger, stop: AbortSignal): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const pending = await pendingMigrations(db);
    if (pending.length === 0) return;
    if (attempt === 0) log.info({ pending }, 'waiting until the database is migrated');
    await pause(waitMs, undefined, { signal: stop });
  }
}
