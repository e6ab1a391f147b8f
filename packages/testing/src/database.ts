import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Migration } from '@pledge/messaging';
import type pg from 'pg';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { asAdmin, urlOf } from './admin-connection.js';
import { runPrefix } from './test-environment.js';
import { ownerRole, rolePassword, runRole, templateDatabase } from './template-database.js';

export interface FreshDatabaseOptions {
  /** Everything the database needs, in order: usually `[...messagingMigrations, ...ownMigrations]`. */
  readonly migrations: readonly Migration[];
  readonly entities?: readonly EntitySchema[];
  /** Connections of a pool; 10 unless told. Env `PLEDGE_TEST_POOL=1` makes every pool one connection. */
  readonly poolSize?: number;
  /** A new database for each test, which is the rule, or one for all tests of the file. */
  readonly per?: 'test' | 'file';
}

export interface Database {
  /** Connected as the run role, which cannot alter the journal. */
  readonly dataSource: DataSource;
  /** The same database as the run role. */
  readonly url: string;
  /** As the role that owns the tables. */
  readonly migrationUrl: string;
  /** As a superuser. */
  readonly adminUrl: string;
  /** One statement as a superuser, who may also do what no service may. */
  query<Row extends pg.QueryResultRow>(statement: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** One more pool on the same database, as a second replica has; closed with the database. */
  again(options?: { readonly poolSize?: number }): Promise<DataSource>;
}

/**
 * A migrated database of its own, cloned from a template before each test. Call it at the top of a test file; what it returns
 * is to be called inside tests and their hooks.
 */
export function freshDatabase(options: FreshDatabaseOptions): () => Database {
  let current: OpenDatabase | undefined;
  const replace = async (): Promise<void> => {
    // Dropped only here, so that a test's own `afterEach` still finds it: Jest runs those after ours.
    await current?.close();
    current = undefined;
    current = await open(options);
  };
  if (options.per === 'file') beforeAll(replace);
  else beforeEach(replace);
  afterAll(() => current?.close());
  return () => {
    if (current === undefined) throw new Error('freshDatabase: there is none outside of a test and its hooks');
    return current;
  };
}

interface OpenDatabase extends Database {
  close(): Promise<void>;
}

async function open({ migrations, entities = [], poolSize = 10 }: FreshDatabaseOptions): Promise<OpenDatabase> {
  const template = await templateDatabase(migrations);
  const name = `${runPrefix()}${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  await asAdmin('postgres', (admin) => admin.query(`create database ${name} template ${template}`));

  const url = urlOf(name, runRole, rolePassword);
  const sources: DataSource[] = [];
  const connect = async (size: number): Promise<DataSource> => {
    const settings: DataSourceOptions = {
      type: 'postgres',
      url,
      poolSize: poolLimit(size),
      entities: [...entities],
      extra: { pipeline: true },
    };
    const source = await new DataSource(settings).initialize();
    sources.push(source);
    return source;
  };
  return {
    dataSource: await connect(poolSize),
    url,
    migrationUrl: urlOf(name, ownerRole, rolePassword),
    adminUrl: urlOf(name),
    query: (statement, parameters = []) =>
      asAdmin(name, async (admin) => (await admin.query(statement, [...parameters])).rows),
    again: ({ poolSize: size = poolSize } = {}) => connect(size),
    close: async () => {
      await Promise.all(sources.filter((source) => source.isInitialized).map((source) => source.destroy()));
      await asAdmin('postgres', (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

function poolLimit(size: number): number {
  const limit = Number(process.env.PLEDGE_TEST_POOL ?? size);
  if (!Number.isInteger(limit) || limit < 1) throw new Error('PLEDGE_TEST_POOL is a number of connections');
  return Math.min(limit, size);
}
