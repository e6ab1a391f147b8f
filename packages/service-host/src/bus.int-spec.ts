import { afterEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { provision } from '@pledge/messaging';
import { freshBus } from '@pledge/testing/bus';
import type { Database } from '@pledge/testing/database';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { gate } from './testbed/gate.js';
import { gateway } from './testbed/gateway.js';
import { NoteWritten } from './testbed/notes.event.js';
import type { NotesService } from './testbed/notes-service.js';
import { ownedByWhoMigrates, startNotes } from './testbed/notes-service.js';

const database = freshDatabase({ migrations: [] });
const bus = freshBus();
let service: NotesService | undefined;
afterEach(() => service?.running.stop());

async function start(natsUrl: string): Promise<NotesService> {
  await ownedByWhoMigrates(database());
  service = await startNotes(database(), await gateway(), { natsUrl });
  return service;
}

async function provisioned(): Promise<void> {
  const nc = await connect({ servers: bus().url });
  const topology = { support: { support: [NoteWritten.type] } };
  await provision(await jetstreamManager(nc), { services: ['support'], topology });
  await nc.close();
}

async function take({ call, gateway: keys }: NotesService, text: string): Promise<number> {
  const token = await keys.token('agent');
  const headers = { 'idempotency-key': randomUUID() };
  return (await call('POST', '/notes', { token, headers, body: { noteId: randomUUID(), text } })).status;
}

const heard = async () =>
  (await database().query<{ text: string }>('select text from heard order by text')).map(({ text }) => text);

describe('a service whose bus is away', () => {
  it('starts, says so, takes work, and says it all once the bus is back', async () => {
    await bus().stop();
    const notes = await start(bus().url);
    const ready = await notes.call('GET', '/health/ready');
    expect([ready.status, ready.json.ready, ready.json.checks.bus]).toEqual([200, true, false]);
    expect(await Promise.all([take(notes, 'a'), take(notes, 'b')])).toEqual([201, 201]);

    await bus().start();
    await provisioned();
    await eventually(
      async () => {
        expect(await heard()).toEqual(['a', 'b']);
        return true;
      },
      { within: 30_000 },
    );
    await eventually(async () => {
      const again = await notes.call('GET', '/health/ready');
      expect(again.json.checks).toMatchObject({
        bus: true,
        'stream:SUPPORT': true,
        'durable:support-hears-support': true,
      });
      return true;
    });
  });
});

describe('a service that hears something else than its topology says', () => {
  it('does not start', async () => {
    await ownedByWhoMigrates(database());
    const starting = startNotes(database(), await gateway(), { natsUrl: bus().url }, { hears: {} });
    await expect(starting).rejects.toThrow(/reacted to, but not in the topology/u);
  });
});

describe('a service that is stopped', () => {
  it('finishes the request in hand and takes no other', async () => {
    const notes = await start(bus().url);
    gate.shut();
    const slow = notes.call('GET', '/slow');
    await eventually(() => gate.waiting === 1);
    const stopping = notes.running.stop();
    await eventually(() =>
      fetch(`${notes.running.url}/api/support/health/live`).then(
        () => false,
        () => true,
      ),
    );
    gate.open();
    expect((await slow).json).toEqual({ opened: true });
    await stopping;
    expect(notes.running.db.isInitialized).toBe(false);
  });
});

describe('a service whose database is away', () => {
  it('says so with 503 and when to try again, and is not ready', async () => {
    const notes = await start(bus().url);
    await shutOut(database());
    const answer = await eventually(async () => {
      const tried = await notes.call('GET', '/notes');
      return tried.status === 503 && tried;
    });
    expect([answer.json.code, answer.headers.get('retry-after')]).toEqual(['unavailable', '2']);
    expect((await notes.call('GET', '/health/ready')).status).toBe(503);
  });
});

async function shutOut({ adminUrl }: Database): Promise<void> {
  const url = new URL(adminUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`alter database "${name}" allow_connections false`);
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await admin.end();
}
