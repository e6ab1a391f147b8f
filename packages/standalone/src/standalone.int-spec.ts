import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { eventually } from '@pledge/testing/eventually';
import pg from 'pg';
import { databaseUrl } from './databases.js';
import { startStandalone, type Standalone } from './standalone.js';

let dir: string;
let standalone: Standalone | undefined;
const connections: NatsConnection[] = [];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pledge-standalone-'));
});
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
  await standalone?.stop();
  standalone = undefined;
  await rm(dir, { recursive: true, force: true });
});

const start = async (): Promise<Standalone> => (standalone = await startStandalone({ dir, services: [], env: {} }));

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function streams({ natsUrl, secrets }: Standalone): Promise<Awaited<ReturnType<typeof jetstreamManager>>> {
  const seed = await readFile(secrets.provision.nkeySeedFile);
  const connection = await connect({
    servers: natsUrl,
    authenticator: nkeyAuthenticator(seed),
    inboxPrefix: '_INBOX.provision',
    timeout: 30_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 50,
  });
  connections.push(connection);
  return jetstreamManager(connection);
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the servers of our own', () => {
  it('stop cleanly, and keep data, ports and secrets for the next start', async () => {
    const first = await start();
    const { postgres = 0, nats = 0 } = first.pids();
    expect((await stat(join(dir, 'postgres', 'data'))).isDirectory()).toBe(true);
    const mine = databaseUrl(first.databaseServer, 'intake', first.secrets, 'migrate');
    await ask(mine, 'create table kept (word text)');
    await ask(mine, "insert into kept values ('promise')");
    await (await streams(first)).streams.add({ name: 'INTAKE', subjects: ['intake.>'] });
    await first.stop();
    expect([postgres, nats].map(isAlive)).toEqual([false, false]);

    const second = await start();
    expect(second.natsUrl).toBe(first.natsUrl);
    expect(await ask(mine, 'select word from kept')).toEqual([{ word: 'promise' }]);
    expect((await (await streams(second)).streams.info('INTAKE')).config.subjects).toEqual(['intake.>']);
  });

  it('give each service a database that the others cannot enter', async () => {
    const { databaseServer, secrets } = await start();
    const own = databaseUrl(databaseServer, 'parts', secrets, 'run');
    expect(await ask(own, 'select current_user as who, current_database() as place')).toEqual([
      { who: 'parts_run', place: 'parts' },
    ]);
    const foreign = new URL(own);
    foreign.pathname = '/intake';
    await expect(ask(foreign.href, 'select 1')).rejects.toThrow('permission denied for database');
    await expect(ask(own, 'create table mine ()')).rejects.toThrow('permission denied for schema public');
    expect((await stat(secrets.services.parts.nkeySeedFile)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'secrets'))).mode & 0o777).toBe(0o700);
  });

  it('let nobody in who has no key', async () => {
    const { natsUrl } = await start();
    await expect(connect({ servers: natsUrl, reconnect: false })).rejects.toThrow(/authorization/i);
  });

  it('are refused to a second launcher of the same folder', async () => {
    await start();
    await expect(startStandalone({ dir, services: [], env: {} })).rejects.toThrow('Pledge already runs from');
  });

  it('come back after a kill, with what they had', async () => {
    const { pids, kill, databaseServer } = await start();
    await ask(databaseServer, 'create table kept ()');
    const before = pids();
    await kill('postgres');
    await kill('nats');
    await eventually(() => ask(databaseServer, 'select * from kept'), { within: 40_000 });
    await eventually(
      () => pids().nats !== undefined && pids().nats !== before.nats && pids().postgres !== before.postgres,
    );
  });

  it('forget the bus, and only the bus, when it is wiped', async () => {
    const stack = await start();
    const bus = await streams(stack);
    await bus.streams.add({ name: 'INTAKE', subjects: ['intake.>'] });
    await ask(stack.databaseServer, 'create table kept ()');
    await stack.wipeNats();
    await eventually(async () => {
      await expect(bus.streams.info('INTAKE')).rejects.toThrow('stream not found');
      return true;
    });
    expect(await ask(stack.databaseServer, 'select * from kept')).toEqual([]);
  });
});
