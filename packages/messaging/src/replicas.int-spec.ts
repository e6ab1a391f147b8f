import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { migrations } from './testbed/boxes.js';
import type { Department } from './testbed/departments.js';
import { copied, fill, fillMore, provisioned, startBoxes, startShelves } from './testbed/departments.js';

const speaker = freshDatabase({ migrations });
const listener = freshDatabase({ migrations });
const bus = freshBus();

const running = new Set<Department>();
const stop = async (department: Department) => {
  running.delete(department);
  await department.stop();
};
const boxes = async () => {
  const started = startBoxes({ db: await speaker().again(), databaseUrl: speaker().url, natsUrl: bus().url });
  running.add(started);
  return started;
};
const shelves = async (name: string) => {
  const place = { db: await listener().again(), databaseUrl: listener().url, natsUrl: bus().url };
  const started = await startShelves(place, { name });
  running.add(started);
  return started;
};
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const hears = (requestId: string, count: number) =>
  eventually(
    async () => {
      expect(await copied(listener().dataSource, requestId)).toEqual(numbers(count));
      return true;
    },
    { within: 30_000 },
  );
const subscriptionsOf = async (requestId: string): Promise<string[]> => {
  const rows: { by: string }[] = await listener().dataSource.query(
    'select distinct heard_by as by from copy where key = $1',
    [requestId],
  );
  return rows.map(({ by }) => by);
};

beforeEach(async () => {
  await bus().wipe();
  await provisioned(bus().url);
});
afterEach(async () => {
  await Promise.all([...running].map(stop));
});

describe('two replicas of a service', () => {
  it('share the work without doing any of it twice or out of order', async () => {
    await Promise.all([boxes(), boxes(), shelves('one'), shelves('two')]);
    const requests = await Promise.all(numbers(10).map(() => fill(speaker().dataSource, 10)));
    for (const requestId of requests) await hears(requestId, 10);
    expect(await subscriptionsOf(requests[0] ?? '')).toHaveLength(1);
  });

  it('follow each other when one goes, in the middle of the work', async () => {
    await boxes();
    const first = await shelves('one');
    const early = await fill(speaker().dataSource, 1);
    await hears(early, 1);
    expect(await subscriptionsOf(early)).toEqual(['one']);
    await shelves('two');
    const [requestId] = await Promise.all([fill(speaker().dataSource, 60), stop(first)]);
    await hears(requestId, 60);
    const late = await fill(speaker().dataSource, 1);
    await hears(late, 1);
    expect(await subscriptionsOf(late)).toEqual(['two']);
  });

  it('go on when the database throws out every connection', async () => {
    await boxes();
    await shelves('one');
    const requestId = await fill(speaker().dataSource, 5);
    await hears(requestId, 5);
    for (const database of [speaker(), listener()]) {
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    await fillMore(speaker().dataSource, requestId, 5, 6);
    await hears(requestId, 10);
  });

  it('with pools of one connection carry everything', async () => {
    const [said, heard] = await Promise.all([speaker().again({ poolSize: 1 }), listener().again({ poolSize: 1 })]);
    running.add(startBoxes({ db: said, databaseUrl: speaker().url, natsUrl: bus().url }));
    running.add(await startShelves({ db: heard, databaseUrl: listener().url, natsUrl: bus().url }));
    const requests = await Promise.all(numbers(5).map(() => fill(said, 10)));
    for (const requestId of requests) await hears(requestId, 10);
  });
});
