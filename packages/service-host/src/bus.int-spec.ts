import { afterEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { defineEvent } from '@pledge/contracts';
import type { Received, RunningTimers } from '@pledge/messaging';
import { On, provision, startTimers, timers } from '@pledge/messaging';
import { freshBus } from '@pledge/testing/bus';
import type { Database } from '@pledge/testing/database';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { gate } from './testbed/gate.js';
import { gateway } from './testbed/gateway.js';
import { NotesModule } from './testbed/notes.controller.js';
import { notesMigrations } from './testbed/notes-definition.js';
import { NoteWritten } from './testbed/notes.event.js';
import type { NotesService } from './testbed/notes-service.js';
import { startNotes } from './testbed/notes-service.js';

const noted = z.object({ n: z.int() });
const NotedByIntake = defineEvent('intake.note-noted.v1', 'Noted elsewhere.', noted);
const NotedByDispatch = defineEvent('dispatch.note-noted.v1', 'Noted elsewhere.', noted);
const NotedByParts = defineEvent('parts.note-noted.v1', 'Noted elsewhere.', noted);

/** A service that hears three departments and has a timer, each of which needs a connection. */
@Controller()
class Elsewhere implements OnApplicationBootstrap, OnModuleDestroy {
  private timers: RunningTimers | undefined;
  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.timers = startTimers(this.db, { note: (ref) => this.#note(ref) });
  }
  async onModuleDestroy(): Promise<void> {
    await this.timers?.stop();
  }

  @On(NotedByIntake, 'support-notes-intake')
  intake({ id }: Received<typeof NotedByIntake>) {
    return this.#note(id);
  }
  @On(NotedByDispatch, 'support-notes-dispatch')
  dispatch({ id }: Received<typeof NotedByDispatch>) {
    return this.#note(id);
  }
  @On(NotedByParts, 'support-notes-parts')
  parts({ id }: Received<typeof NotedByParts>) {
    return this.#note(id);
  }
  #note = (id: string): Promise<unknown> =>
    this.db.query('insert into heard values ($1, $1) on conflict do nothing', [id]);
}
@Module({ imports: [NotesModule], controllers: [Elsewhere] })
class WithElsewhere {}

const database = freshDatabase({ migrations: notesMigrations });
const bus = freshBus();
let service: NotesService | undefined;
afterEach(() => service?.running.stop());

async function start(natsUrl: string): Promise<NotesService> {
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

describe('a service that is stopped while a request does not end', () => {
  it('says what it owes and gives back what it listens to all the same', async () => {
    const notes = await start(bus().url);
    await provisioned();
    await eventually(async () => (await leaseConnections()) === 1);
    gate.shut();
    const slow = notes.call('GET', '/slow');
    await eventually(() => gate.waiting === 1);
    expect(await take(notes, 'at the last moment')).toBe(201);
    const stopping = notes.running.stop();
    await eventually(async () => (await leaseConnections()) === 0, { within: 8_000 });
    expect(await database().query('select 1 from outbox where published_at is null')).toEqual([]);
    gate.open();
    expect((await slow).json).toEqual({ opened: true });
    await stopping;
  });
});

describe('reactions and timers that all wait for the database', () => {
  it('leave connections to the web', async () => {
    const nc = await connect({ servers: bus().url });
    const elsewhere = { intake: [NotedByIntake.type], dispatch: [NotedByDispatch.type], parts: [NotedByParts.type] };
    await provision(await jetstreamManager(nc), {
      services: ['support', ...Object.keys(elsewhere)],
      topology: { support: { support: [NoteWritten.type], ...elsewhere } },
    });
    for (const [type] of Object.values(elsewhere))
      for (let n = 0; n < 20; n += 1) await jetstream(nc).publish(type ?? '', JSON.stringify({ n }));
    await nc.close();
    service = await startNotes(
      database(),
      await gateway(),
      { natsUrl: bus().url, poolSize: 5 },
      { module: WithElsewhere, hears: { support: [NoteWritten.type], ...elsewhere } },
    );
    const lock = new pg.Client({ connectionString: database().adminUrl });
    lock.on('error', () => undefined);
    await lock.connect();
    await lock.query('begin; lock table heard in access exclusive mode');
    await timers.schedule(service.running.db.manager, { kind: 'note', ref: 'x', dueAt: '2020-01-01T00:00:00.000Z' });
    await eventually(async () => {
      const waiting = await database().query(
        `select 1 from pg_locks where not granted and relation = 'heard'::regclass`,
      );
      return waiting.length >= 3;
    });
    for (let n = 0; n < 10; n += 1) expect((await service.call('GET', '/notes')).status).toBe(200);
    await lock.query('rollback');
    await lock.end();
    await eventually(async () => (await database().query('select 1 from heard where text = event_id')).length === 61, {
      within: 30_000,
    });
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

/** How many connections for leases there are: none once everything is given back. */
async function leaseConnections(): Promise<number> {
  const rows = await database().query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'pledge-lea%'`,
  );
  return rows[0]?.n ?? 0;
}

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
