import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { Controller } from '@nestjs/common';
import { defineEvent } from '@pledge/contracts';
import { NotYetReceived } from '@pledge/kernel';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { z } from 'zod';
import type { Cause } from '../commands/cause.js';
import { projection } from '../commands/projection.js';
import { provision } from '../provision.js';
import { startMessaging } from '../start-messaging.js';
import { BoxFilled, migrations } from '../testbed/boxes.js';
import type { Department } from '../testbed/departments.js';
import { copied, nestWith } from '../testbed/departments.js';
import { deadLetters } from '../dead-letters.js';
import type { Received } from './on.js';
import { On } from './on.js';

/** Another department's event about a box, which comes on a stream of its own. */
const LidClosed = defineEvent(
  'lids.lid-closed.v1',
  'A box is closed.',
  z.object({ requestId: z.string(), colour: z.enum(['red', 'blue']) }),
);
const topology = { shelves: { boxes: [BoxFilled.type], lids: [LidClosed.type] } };

/** Of a machine that does other work besides. */
const patienceMs = 150_000;
const fresh = freshDatabase({ migrations });
const bus = freshBus();
const letters = () => deadLetters(fresh().dataSource);
let running: Department | undefined;
let gate = Promise.withResolvers<void>();

@Controller()
class ShelfReactions {
  @On(BoxFilled, 'shelves-copies-boxes')
  async copy({ id, data }: Received<typeof BoxFilled>, cause: Cause): Promise<void> {
    await gate.promise;
    await insert(cause, [id, data.requestId, 1]);
  }

  @On(LidClosed, 'shelves-copies-lids')
  async close({ id, data }: Received<typeof LidClosed>, cause: Cause): Promise<void> {
    if ((await copied(fresh().dataSource, data.requestId)).length === 0)
      throw new NotYetReceived(`box ${data.requestId}`);
    await insert(cause, [id, data.requestId, 2]);
  }
}

const insert = (cause: Cause, values: readonly unknown[]) =>
  projection(fresh().dataSource, cause, (tx) =>
    tx.query('insert into copy (event_id, key, count) values ($1, $2, $3)', [...values]),
  );

async function start(): Promise<void> {
  const { dataSource: db, url: databaseUrl } = fresh();
  const messaging = startMessaging({ db, databaseUrl, nats: { servers: bus().url }, service: 'shelves', topology });
  const app = await nestWith(ShelfReactions, messaging);
  running = { ...messaging, stop: () => app.close() };
}

async function say(events: readonly { type: string; requestId: string; data?: object }[]): Promise<void> {
  const nc = await connect({ servers: bus().url });
  const js = jetstream(nc);
  await Promise.all(
    events.map(({ type, requestId, data }) => {
      const head = headers();
      head.set('ce-id', randomUUID());
      head.set('ce-type', type);
      head.set('ce-partitionkey', requestId);
      return js.publish(type, JSON.stringify({ requestId, ...data }), { headers: head });
    }),
  );
  await nc.close();
}
const box = (requestId: string) => ({ type: BoxFilled.type, requestId, data: { count: 1, at: '' } });
const lid = (requestId: string, colour = 'red') => ({ type: LidClosed.type, requestId, data: { colour } });
const states = async (): Promise<Record<string, number>> => {
  const rows = await fresh().query<{ state: string; n: number }>(
    'select state, count(*)::int as n from dead_letter group by state',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};
const becomes = (wanted: Record<string, number>, within = 30_000) =>
  eventually(
    async () => {
      expect(await states()).toEqual(wanted);
      return true;
    },
    { within },
  );
/** As if everything had been waiting so long: what comes next is an hour away unless it is woken. */
const timePasses = (interval: string) =>
  fresh().query(
    `update dead_letter set attempts = 12, first_failed_at = clock_timestamp() - interval '${interval}',
       next_attempt_at = clock_timestamp() + interval '1 hour' where state in ('waiting', 'retrying')`,
  );

beforeEach(async () => {
  gate = Promise.withResolvers();
  await bus().wipe();
  const nc = await connect({
    servers: bus().url,
    maxReconnectAttempts: 20,
    reconnectTimeWait: 100,
    waitOnFirstConnect: true,
  });
  await provision(await jetstreamManager(nc, { checkAPI: false }), {
    services: ['boxes', 'lids', 'shelves'],
    topology,
  });
  await nc.close();
});
afterEach(() => running?.stop());

describe('what depends on an event of another stream', () => {
  it(
    'by thousands waits however long it takes, is nobody’s work, and goes on as soon as that event is handled',
    async () => {
      const requests = Array.from({ length: 2_000 }, () => randomUUID());
      await say(requests.map(box));
      await say(requests.map((requestId) => lid(requestId)));
      await start();
      await becomes({ waiting: 2_000 }, patienceMs);
      await timePasses('30 minutes');
      expect((await letters().list()).items).toEqual([]);

      gate.resolve();
      await becomes({ done: 2_000 }, patienceMs);
      const rows = await fresh().query(
        'select 1 from copy group by key having array_agg(count order by place) = array[1, 2]',
      );
      expect(rows).toHaveLength(2_000);
    },
    2 * patienceMs,
  );

  it('keeps those of its own key behind it', async () => {
    const requestId = randomUUID();
    await say([lid(requestId), lid(requestId, 'blue')]);
    await start();
    await becomes({ waiting: 1, behind: 1 });
    expect((await letters().list()).items).toEqual([]);
    gate.resolve();
    await say([box(requestId)]);
    await becomes({ done: 2 });
    expect(await copied(fresh().dataSource, requestId)).toEqual([1, 2, 2]);
  });

  it('is shown to the administrator after an hour, with what stands behind it, and given up after a week', async () => {
    const requestId = randomUUID();
    await say([lid(requestId), lid(requestId)]);
    await start();
    await becomes({ waiting: 1, behind: 1 });
    await timePasses('59 minutes');
    expect((await letters().list()).items).toEqual([]);
    await timePasses('61 minutes');
    const { items } = await letters().list();
    expect(items.map(({ state }) => state).sort()).toEqual(['behind', 'waiting']);
    await fresh().query(
      `update dead_letter set first_failed_at = clock_timestamp() - interval '8 days', next_attempt_at = clock_timestamp()
       where state = 'waiting'`,
    );
    await becomes({ dead: 1, behind: 1 });
  });
});

describe('an event that a later version of this service will understand', () => {
  it('waits where it has a value that is not known yet, and is tried again when the service starts anew', async () => {
    const requestId = randomUUID();
    gate.resolve();
    await say([box(requestId)]);
    await say([lid(requestId, 'green'), lid(requestId, 'red')]);
    await start();
    await becomes({ waiting: 1, behind: 1 });
    await timePasses('30 minutes');
    await running?.stop();
    // What the later version would know.
    await fresh().query(`update dead_letter set body = replace(body, 'green', 'blue')`);
    await start();
    await becomes({ done: 2 });
  });

  it('waits where its version or its type is not known yet; another type holds up nothing', async () => {
    const [later, other] = [randomUUID(), randomUUID()];
    gate.resolve();
    await say([box(later), box(other)]);
    await start();
    await eventually(async () => (await copied(fresh().dataSource, other)).length === 1);
    await hearsAlso('lids.lid-closed.v2', 'lids.lid-lost.v1');
    await say([{ type: 'lids.lid-closed.v2', requestId: later }, lid(later)]);
    await say([{ type: 'lids.lid-lost.v1', requestId: other }, lid(other)]);
    await becomes({ waiting: 2, behind: 1 });
    expect(await copied(fresh().dataSource, other)).toEqual([1, 2]);
    expect(await copied(fresh().dataSource, later)).toEqual([1]);
  });

  it('is dead where a value is missing or of another kind', async () => {
    await say([{ type: LidClosed.type, requestId: randomUUID() }]);
    await say([{ type: LidClosed.type, requestId: randomUUID(), data: { colour: 7 } }]);
    await start();
    await becomes({ dead: 2 });
  });
});

/** What a later version of the provisioner does while this version of the service is still at work. */
async function hearsAlso(...types: readonly string[]): Promise<void> {
  const nc = await connect({ servers: bus().url });
  const jsm = await jetstreamManager(nc);
  await jsm.consumers.update('LIDS', 'shelves-hears-lids', { filter_subjects: [LidClosed.type, ...types] });
  await nc.close();
}
