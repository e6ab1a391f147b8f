import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Refusal } from '@pledge/kernel';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { deadLetters } from './dead-letters.js';
import type { DeadLetterState } from './dead-letters.js';
import { migrations } from './testbed/boxes.js';
import type { Department, Hearing } from './testbed/departments.js';
import { copied, fill, fillMore, provisioned, startBoxes, startShelves } from './testbed/departments.js';

const speaker = freshDatabase({ migrations });
const listener = freshDatabase({ migrations });
const bus = freshBus();

const running: Department[] = [];
const start = async (before?: Hearing) => {
  const natsUrl = bus().url;
  running.push(startBoxes({ db: speaker().dataSource, databaseUrl: speaker().url, natsUrl }));
  const place = { db: listener().dataSource, databaseUrl: listener().url, natsUrl };
  running.push(await startShelves(place, before ? { before } : {}));
};
const letters = () => deadLetters(listener().dataSource);
const shows = (requestId: string, ...states: DeadLetterState[]) =>
  eventually(async () => {
    const { items } = await letters().list();
    expect(items.filter(({ partitionKey }) => partitionKey === requestId).map(({ state }) => state)).toEqual(states);
    return items;
  });
const hears = (requestId: string, ...counts: number[]) =>
  eventually(async () => {
    expect(await copied(listener().dataSource, requestId)).toEqual(counts);
    return true;
  });

beforeEach(async () => {
  await bus().wipe();
  await provisioned(bus().url);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((department) => department.stop()));
});

describe('a message that cannot be handled', () => {
  it('is put aside with what went wrong, those of its key wait behind it, its neighbours go on', async () => {
    let healed = false;
    const poisoned = await fill(speaker().dataSource, 4);
    await start(({ data }) => {
      if (data.requestId === poisoned && data.count === 2 && !healed) throw new Refusal('shelf-not-there');
    });
    const neighbour = await fill(speaker().dataSource, 20);
    await hears(neighbour, ...Array.from({ length: 20 }, (_, n) => n + 1));
    const [first, second] = await shows(poisoned, 'dead', 'behind', 'behind');
    expect(await copied(listener().dataSource, poisoned)).toEqual([1]);
    expect(first).toMatchObject({ reaction: 'shelves-copies-boxes', attempts: 1, payload: { count: 2 } });
    expect(first?.lastError).toContain('shelf-not-there');
    expect(second).toMatchObject({ state: 'behind', attempts: 0, lastError: null, firstFailedAt: null });

    healed = true;
    expect(await letters().retry(first?.id ?? '', 'person:admin')).toMatchObject({ askedBy: 'person:admin' });
    await hears(poisoned, 1, 2, 3, 4);
    await shows(poisoned);
    await fillMore(speaker().dataSource, poisoned, 1, 5);
    await hears(poisoned, 1, 2, 3, 4, 5);
  });

  it('can be dropped with a reason; those behind it move up, and it stays dropped when NATS says it again', async () => {
    const poisoned = await fill(speaker().dataSource, 3);
    let refusing = true;
    await start(({ data }) => {
      if (data.requestId === poisoned && data.count === 1 && refusing) throw new Refusal('never');
    });
    const [head] = await shows(poisoned, 'dead', 'behind', 'behind');
    await letters().drop(head?.id ?? '', 'person:admin', 'sent by mistake');
    await hears(poisoned, 2, 3);
    expect(await letters().find(head?.id ?? '')).toMatchObject({ state: 'dropped', reason: 'sent by mistake' });
    expect(await letters().drop(head?.id ?? '', 'person:admin', 'again')).toBeUndefined();

    refusing = false;
    await bus().wipe();
    await provisioned(bus().url);
    await fillMore(speaker().dataSource, poisoned, 1, 4);
    await hears(poisoned, 2, 3, 4);
  });

  it('is tried again with growing delay where it might get better, and goes on by itself', async () => {
    let failures = 0;
    const unlucky = await fill(speaker().dataSource, 3);
    await start(({ data }) => {
      if (data.requestId !== unlucky || data.count !== 1 || failures === 2) return;
      failures += 1;
      throw new Error('the shelf is being painted');
    });
    await hears(unlucky, 1, 2, 3);
    await shows(unlucky);
    const { items } = await letters().list({ state: 'done' });
    expect(items.map(({ attempts, payload }) => [attempts, payload])).toMatchObject([
      [2, { count: 1 }],
      [0, { count: 2 }],
      [0, { count: 3 }],
    ]);
  });

  it('stays in its line over a restart of the service', async () => {
    const poisoned = await fill(speaker().dataSource, 3);
    let refusing = true;
    const refuse: Hearing = ({ data }) => {
      if (data.requestId === poisoned && data.count === 1 && refusing) throw new Refusal('never');
    };
    await start(refuse);
    const [head] = await shows(poisoned, 'dead', 'behind', 'behind');
    await Promise.all(running.splice(0).map((department) => department.stop()));
    await start(refuse);
    await fillMore(speaker().dataSource, poisoned, 1, 4);
    await shows(poisoned, 'dead', 'behind', 'behind', 'behind');
    refusing = false;
    await letters().retry(head?.id ?? '', 'person:admin');
    await hears(poisoned, 1, 2, 3, 4);
  });

  it('is dead at once where it is not what its contract says, or no JSON at all', async () => {
    await start();
    const nc = await connect({ servers: bus().url });
    for (const body of ['{"count":"many"}', 'no \u0000 JSON', ''])
      await jetstream(nc).publish('boxes.box-filled.v1', body);
    await nc.close();
    const items = await eventually(async () => {
      const found = (await letters().list()).items;
      expect(found.map(({ state }) => state)).toEqual(['dead', 'dead', 'dead']);
      return found;
    });
    expect(new Set(items.map(({ payload }) => payload))).toEqual(new Set([{ count: 'many' }, 'no \ufffd JSON', '']));
    await hears(await fill(speaker().dataSource, 1), 1);
  });

  it('that was handled in the end is parked anew where a replay finds it failing once more', async () => {
    const requestId = await fill(speaker().dataSource, 2);
    let failing = true;
    const flaky: Hearing = ({ data }) => {
      if (data.requestId === requestId && data.count === 1 && failing) throw new Error('a deadlock');
    };
    await start(flaky);
    await shows(requestId, 'retrying', 'behind');
    failing = false;
    await hears(requestId, 1, 2);
    await eventually(async () => (await letters().list({ state: 'done' })).items.length === 2);
    await Promise.all(running.splice(0).map((department) => department.stop()));

    // A reaction that was added since: what it owes is a copy that is not there.
    await listener().query('delete from inbox; delete from copy');
    await bus().wipe();
    await provisioned(bus().url);
    failing = true;
    await start(flaky);
    await shows(requestId, 'retrying', 'behind');
    failing = false;
    await hears(requestId, 1, 2);
  });
});
