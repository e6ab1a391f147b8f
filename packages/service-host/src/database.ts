import { grantRunningRole, messagingMigrations } from '@pledge/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { DataSourceOptions, MigrationInterface } from 'typeorm';
import { DataSource } from 'typeorm';
import { databaseFailure } from './database-failure.js';
import { Readiness1700000000002 } from './readiness-table.js';
import type { Settings } from './settings.js';

export type Migrations = readonly (new () => MigrationInterface)[];
export type Entities = NonNullable<DataSourceOptions['entities']>;

/** Gives the role a service runs with its rights; to be called by the owner after every migration. */
export const grantRunRole = grantRunningRole;

const all = (migrations: Migrations) => [...messagingMigrations, Readiness1700000000002, ...migrations];
const migrationLock = "hashtextextended('pledge/migrations', 0)";

/** Brings the database up to date as its owner; several replicas at once take turns. */
export async function migrate(settings: Settings, migrations: Migrations): Promise<string[]> {
  const owner = await new DataSource({
    type: 'postgres',
    url: settings.migrationDatabaseUrl,
    applicationName: 'pledge-migrations',
    installExtensions: false,
    poolSize: 2,
    connectTimeoutMS: 5_000,
    migrations: all(migrations),
    migrationsTransactionMode: 'each',
  }).initialize();
  try {
    const lock = owner.createQueryRunner();
    try {
      await lock.query(`select pg_advisory_lock(${migrationLock})`);
      const done = await owner.runMigrations();
      await grantRunRole(owner, decodeURIComponent(new URL(settings.databaseUrl).username));
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
    migrations: all(migrations),
    extra: {
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
