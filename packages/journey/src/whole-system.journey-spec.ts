import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '@pledge/contracts';
import { departments } from '@pledge/contracts';
import type { Equipment } from '@pledge/contracts/http';
import {
  getBoard,
  listCustomers,
  listOrders,
  listRequests,
  listStock,
  listSupportRequests,
} from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { intakeAlone } from './alone.js';
import { anyStack } from './any-stack.js';
import type { RunningStack } from './stack.js';
import { equipmentInWarranty, walkMainJob } from './main-job.js';
import { describeHostile } from './hostile.js';
import { describeMalformed } from './malformed.js';
import { People } from './person.js';
import { describeScreens } from './screens.js';

let stack: RunningStack;
let people: People;
let devices: Equipment[];
let next = 0;
const device = () => {
  next += 1;
  return devices[next % devices.length]!;
};

beforeAll(async () => {
  stack = await anyStack((line) => process.stdout.write(`${line}\n`));
  people = new People(stack.url, 60_000);
  devices = await equipmentInWarranty(people);
});
afterAll(() => stack.close());

/** One question to each department; the one that is stopped is left out. */
const questions: Readonly<Record<(typeof departments)[number], () => Promise<unknown>>> = {
  intake: async () => (await people.as('agent')).call(listRequests),
  dispatch: async () => (await people.as('dispatcher')).call(listOrders),
  parts: async () => (await people.as('storekeeper')).call(listStock),
  archives: async () => (await people.as('archivist')).call(listCustomers),
  support: async () => (await people.as('support-engineer')).call(listSupportRequests),
  supervision: async () => (await people.as('quality-supervisor')).call(getBoard),
};

describe('the main job', () => {
  it('goes all the way, through six departments', async () => {
    expect((await walkMainJob(people, device(), 30_000)).number).toMatch(/^FR-/u);
  });

  it.each<Service>([...departments, 'notifier'])('goes on when %s was stopped and started', async (service) => {
    await stack.stopService(service);
    try {
      for (const [name, ask] of Object.entries(questions)) {
        if (name !== service) expect([name, typeof (await ask())]).toEqual([name, 'object']);
      }
      const away = await fetch(`${stack.url}/api/${service}/dead-letters`);
      expect(away.status).toBe(503);
    } finally {
      await stack.startService(service);
    }
    await walkMainJob(people, device(), 60_000);
  });

  it('takes a report while dispatch is away, and has one order for it when it is back', async () => {
    await stack.stopService('dispatch');
    const agent = await people.as('agent');
    const about = device();
    const query = { status: 'responded' as const, equipmentId: about.id };
    const answered = async () => (await agent.call(listRequests, { query })).items.length;
    const before = await answered();
    const walk = walkMainJob(people, about, 120_000);
    try {
      await eventually(async () => (await answered()) > before);
    } finally {
      await stack.startService('dispatch');
    }
    expect((await walk).orderNumber).toMatch(/^DO-/u);
  });
});

describeScreens(() => ({ stack, people, device }));

describeMalformed(() => ({ stack, people }));

describeHostile(() => ({ stack, people, device }));

// Last: it leaves an open fault on half of the equipment, which the next report of the same would join.
describe('intake', () => {
  it('takes everything in alone while NATS and every other department are away; all is settled within a minute of their return', async () => {
    const { accepted, sent, refused, settledAfterMs, wrong } = await intakeAlone(stack, people, {
      ...{ seconds: 10, everyMs: 250, settleWithinMs: 60_000 },
    });
    expect({ refused, wrong }).toEqual({ refused: [], wrong: [] });
    expect(accepted).toBe(sent);
    expect(settledAfterMs).toBeLessThan(60_000);
  });
});
