import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { DataSource } from 'typeorm';
import { messagingMigrations } from '../migrations/index.js';
import { Boxes1700000000002 } from './boxes.js';

const server = process.env.PLEDGE_TEST_POSTGRES ?? 'postgres://postgres:pw@127.0.0.1:55991';

export interface TestDatabase {
  (): DataSource;
  url(): string;
  again(options: { poolSize: number }): Promise<DataSource>;
}

/** A database of its own for a test file, migrated. */
export function database(): TestDatabase {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = `${server}/${name}`;
  const open: DataSource[] = [];
  const connect = async (poolSize: number) => {
    const source = await new DataSource({
      type: 'postgres',
      url,
      poolSize,
      migrations: [...messagingMigrations, Boxes1700000000002],
    }).initialize();
    open.push(source);
    return source;
  };
  const once = async (statement: string) => {
    const admin = await new DataSource({ type: 'postgres', url: `${server}/postgres` }).initialize();
    await admin.query(statement);
    await admin.destroy();
  };
  beforeAll(async () => {
    await once(`create database ${name}`);
    await (await connect(20)).runMigrations();
  });
  afterAll(async () => {
    await Promise.all(open.map((source) => source.destroy()));
    await once(`drop database ${name} with (force)`);
  });
  return Object.assign(
    () => {
      const [first] = open;
      if (!first) throw new Error('the database is not there yet');
      return first;
    },
    { url: () => url, again: ({ poolSize }: { poolSize: number }) => connect(poolSize) },
  );
}
