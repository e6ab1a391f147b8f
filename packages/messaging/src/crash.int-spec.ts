import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { migrations } from './testbed/boxes.js';
import type { ChildOrder } from './testbed/child.js';
import type { Department } from './testbed/departments.js';
import { copied, fillMore, provisioned, startBoxes, startShelves } from './testbed/departments.js';
import { startTimers, timers } from './timers.js';

const speaker = freshDatabase({ migrations });
const listener = freshDatabase({ migrations });
const bus = freshBus();
const running: Department[] = [];

async function untilItDied(order: ChildOrder): Promise<void> {
  const here = import.meta.dirname;
  const child = spawn(
    process.execPath,
    ['--import', `${here}/../../tooling/bin/source.mjs`, `${here}/testbed/child.ts`, JSON.stringify(order)],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { PATH: process.env.PATH } },
  );
  const [, signal]: (string | null)[] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

const boxesStart = () =>
  running.push(startBoxes({ db: speaker().dataSource, databaseUrl: speaker().url, natsUrl: bus().url }));
const shelvesStart = async () =>
  running.push(await startShelves({ db: listener().dataSource, databaseUrl: listener().url, natsUrl: bus().url }));
const hears = (requestId: string, ...counts: number[]) =>
  eventually(
    async () => {
      expect(await copied(listener().dataSource, requestId)).toEqual(counts);
      return true;
    },
    { within: 40_000 },
  );

beforeEach(async () => {
  await bus().wipe();
  await provisioned(bus().url);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((department) => department.stop()));
});

describe('a service killed', () => {
  for (const dies of ['before-publish', 'after-publish'] as const) {
    it(`${dies.replace('-', ' ')}: what it committed is heard once, in order`, async () => {
      const requestId = randomUUID();
      await untilItDied({ databaseUrl: speaker().url, natsUrl: bus().url, requestId, dies });
      const [count]: { n: number }[] = await speaker().dataSource.query('select count(*)::int as n from journal');
      await fillMore(speaker().dataSource, requestId, 4 - (count?.n ?? 0), (count?.n ?? 0) + 1);
      boxesStart();
      await shelvesStart();
      await hears(requestId, 1, 2, 3, 4);
    });
  }

  for (const dies of ['before-effect', 'after-effect'] as const) {
    const done = dies === 'before-effect' ? [1] : [1, 2];
    it(`${dies.replace('-', ' ')} and before its acknowledgement: the effect is there once, and what follows waits for it`, async () => {
      const requestId = randomUUID();
      boxesStart();
      await fillMore(speaker().dataSource, requestId, 4);
      await untilItDied({ databaseUrl: listener().url, natsUrl: bus().url, requestId, dies });
      expect(await copied(listener().dataSource, requestId)).toEqual(done);
      await fillMore(speaker().dataSource, requestId, 2, 5);
      await shelvesStart();
      await hears(requestId, 1, 2, 3, 4, 5, 6);
    });
  }

  it('between what a timer did and its note of it: the timer rings again under the same cause', async () => {
    const { dataSource: db, url: databaseUrl } = listener();
    const ref = randomUUID();
    await timers.schedule(db.manager, { kind: 'ring', ref, dueAt: new Date(0).toISOString() });
    await untilItDied({ databaseUrl, natsUrl: bus().url, requestId: ref, dies: 'after-timer' });
    const keys: string[] = [];
    const ringing = startTimers(db, { ring: async (_ref, _dueAt, { key }) => void keys.push(key) });
    await eventually(() => keys.length > 0, { within: 20_000 });
    await ringing.stop();
    expect(keys).toEqual([`${ref}@1970-01-01T00:00:00.000Z`]);
    expect(await copied(db, ref)).toEqual([1]);
  });
});
