import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { jetstream } from '@nats-io/jetstream';
import { connect, headers } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { replicaStatement } from '../commands/replica.js';
import { startMessaging } from '../start-messaging.js';
import { BoxFilled, migrations } from '../testbed/boxes.js';
import type { Department } from '../testbed/departments.js';
import { nestWith, provisioned, topology } from '../testbed/departments.js';
import { jars, jarTables } from '../testbed/jars.js';
import { On } from './on.js';

const fresh = freshDatabase({ migrations });
const bus = freshBus({ per: 'test' });
const whole = randomUUID();
const patienceMs = 60_000;

interface Box {
  readonly requestId: string;
  readonly count: number;
}
const filling = (box: Box, jar: string, count = box.count) => ({
  aggregate: jars,
  id: jar,
  command: { type: 'fill', count },
});

/** Three reactions to each box: its replica, a jar of its own key, and one jar for all. */
@Controller()
class JarReactions {
  @On(BoxFilled, 'jars-keeps-box', ({ data, sequence }) => {
    const { requestId: box_id, count } = data as Box;
    return { writes: [replicaStatement({ table: 'box_replica', key: { box_id }, columns: { count } }, sequence)] };
  })
  replica(): void {}

  @On(BoxFilled, 'jars-fills-own', ({ data }) => ({ units: [filling(data as Box, (data as Box).requestId, 1)] }))
  own(): void {}

  @On(BoxFilled, 'jars-fills-whole', ({ data }) => ({ units: [filling(data as Box, whole)] }))
  all(): void {}
}

let running: Department | undefined;
async function start(): Promise<void> {
  const { dataSource: db, url: databaseUrl } = fresh();
  const messaging = startMessaging({ db, databaseUrl, nats: { servers: bus().url }, service: 'shelves', topology });
  const app = await nestWith(JarReactions, messaging);
  running = { ...messaging, stop: () => app.close() };
}

interface Said extends Box {
  readonly id?: string;
}
async function say(boxes: readonly Said[]): Promise<void> {
  const nc = await connect({ servers: bus().url });
  const js = jetstream(nc);
  for (const [place, { requestId, count, id = randomUUID() }] of boxes.entries()) {
    const head = headers();
    head.set('ce-id', id);
    head.set('ce-type', BoxFilled.type);
    head.set('ce-partitionkey', requestId);
    head.set('ce-sequence', String(place + 1));
    await js.publish(BoxFilled.type, JSON.stringify({ requestId, count, at: '' }), { headers: head });
  }
  await nc.close();
}

const totals = async (): Promise<Record<string, number>> => {
  const rows = await fresh().query<{ jar_id: string; total: number }>('select jar_id, total from jar');
  return Object.fromEntries(rows.map(({ jar_id, total }) => [jar_id, total]));
};
const letters = async (): Promise<string[]> => {
  const rows = await fresh().query<{ said: string }>(
    `select state || ' ' || reaction as said from dead_letter where state <> 'done' order by place`,
  );
  return rows.map(({ said }) => said);
};
const becomes = (wanted: number) =>
  eventually(
    async () => {
      expect((await totals())[whole]).toBe(wanted);
      return true;
    },
    { within: patienceMs },
  );
/** How many transactions wrote the journal. */
const transactions = async (): Promise<number> => {
  const [row] = await fresh().query<{ n: number }>('select count(distinct xmin::text)::int as n from journal');
  return row?.n ?? 0;
};
const boxes = (count: number): Box[] => Array.from({ length: count }, () => ({ requestId: randomUUID(), count: 1 }));

beforeEach(async () => {
  await fresh().query(jarTables);
  await provisioned(bus().url);
});
afterEach(() => running?.stop());

describe('events of different keys', () => {
  it('share transactions, and each reaction is done once, however often an event is told', async () => {
    const said = boxes(200).map((box) => ({ ...box, id: randomUUID() }));
    await say(said);
    await say(said);
    await start();
    await becomes(200);
    await eventually(async () => Object.keys(await totals()).length === 201);
    expect(Object.values(await totals()).filter((total) => total === 1)).toHaveLength(200);
    expect(await letters()).toEqual([]);
    expect(await transactions()).toBeLessThan(100);
    const [row] = await fresh().query<{ n: number }>('select count(*)::int as n from box_replica where count = 1');
    expect(row?.n).toBe(200);
  });

  it('that a rule refuses take nothing back: earlier reactions stay, the others commit, only they are parked', async () => {
    const said = boxes(160).map((box, nth) => (nth % 20 === 7 ? { ...box, count: -1 } : box));
    await say(said);
    await start();
    await becomes(152);
    expect(await letters()).toEqual(Array.from({ length: 8 }, () => 'dead jars-fills-whole'));
    const own = await totals();
    expect(said.filter(({ requestId }) => own[requestId] === 1)).toHaveLength(160);
    expect(await transactions()).toBeLessThan(80);
  });

  it('that the database refuses are found one by one, and only they wait', async () => {
    const said = boxes(48).map((box, nth) => (nth === 11 || nth === 30 ? { ...box, count: 10_000 } : box));
    await say(said);
    await start();
    await becomes(46);
    await eventually(async () => (await letters()).length === 2);
    expect(await letters()).toEqual(['retrying jars-fills-whole', 'retrying jars-fills-whole']);
  });
});

describe('events of one key', () => {
  it('keep their order, and what follows one that failed waits behind it', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const numbers = Array.from({ length: 30 }, (_, nth) => nth + 1);
    await say(numbers.flatMap((count) => [one, other].map((requestId) => ({ requestId, count }))));
    await start();
    await becomes(2 * 465);
    const order = await fresh().query<{ counts: number[] }>(
      `select array_agg((data ->> 'count')::int order by seq) as counts from journal
       where about = $1 group by cause_by`,
      [whole],
    );
    const seen = new Map<number, number>();
    for (const count of order[0]?.counts ?? []) seen.set(count, (seen.get(count) ?? 0) + 1);
    expect([...seen]).toEqual(numbers.map((count) => [count, 2]));

    await say([
      { requestId: one, count: -1 },
      { requestId: one, count: 5 },
      { requestId: other, count: 7 },
    ]);
    await becomes(2 * 465 + 7);
    expect(await letters()).toEqual(['dead jars-fills-whole', 'behind jars-keeps-box']);
  });
});
