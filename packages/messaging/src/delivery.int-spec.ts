import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { migrations } from './testbed/boxes.js';
import type { Department, Hearing } from './testbed/departments.js';
import { copied, fill, fillMore, provisioned, startBoxes, startShelves } from './testbed/departments.js';

const speaker = freshDatabase({ migrations });
const listener = freshDatabase({ migrations });
const bus = freshBus({ per: 'test' });

const running: Department[] = [];
const speaking = (options = {}) => {
  const { dataSource: db, url: databaseUrl } = speaker();
  const boxes = startBoxes({ db, databaseUrl, natsUrl: bus().url }, options);
  running.push(boxes);
  return boxes;
};
const hearing = async (options = {}) => {
  const { dataSource: db, url: databaseUrl } = listener();
  const shelves = await startShelves({ db, databaseUrl, natsUrl: bus().url }, options);
  running.push(shelves);
  return shelves;
};
const said = (count: number, from = 1) => fill(speaker().dataSource, count, from);
const heard = (requestId: string) => copied(listener().dataSource, requestId);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const onceInOrder = (requestId: string, count: number, within = 30_000) =>
  eventually(
    async () => {
      expect(await heard(requestId)).toEqual(numbers(count));
      return true;
    },
    { within },
  );

beforeEach(() => provisioned(bus().url));
afterEach(async () => {
  await Promise.all(running.splice(0).map((department) => department.stop()));
});

describe('what one department says', () => {
  it('is heard by the other, with the attributes of a cloud event', async () => {
    speaking();
    await hearing();
    const requestId = await said(1);
    await onceInOrder(requestId, 1);

    const nc = await connect({ servers: bus().url });
    const message = await (
      await jetstreamManager(nc)
    ).streams.getMessage('BOXES', { last_by_subj: 'boxes.box-filled.v1' });
    await nc.close();
    expect(message?.header.get('ce-specversion')).toBe('1.0');
    expect(message?.header.get('ce-partitionkey')).toBe(requestId);
    expect(message?.header.get('ce-sequence')).toBe('1');
    expect(message?.header.get('Nats-Msg-Id')).toBe(message?.header.get('ce-id'));
    expect(message?.json()).toMatchObject({ count: 1, requestId });
  });

  it('keeps its order within a request, though what is later would be done sooner', async () => {
    speaking();
    const requests = await Promise.all(Array.from({ length: 10 }, () => said(10)));
    await published();
    const later: Hearing = ({ data }) => new Promise((resolve) => setTimeout(resolve, 30 - 3 * data.count));
    await hearing({ before: later });
    for (const requestId of requests) await onceInOrder(requestId, 10);
  });

  it('is applied once when it is delivered again and again', async () => {
    speaking();
    await hearing();
    const requestId = await said(3);
    await onceInOrder(requestId, 3);
    const nc = await connect({ servers: bus().url });
    const stored = await (await jetstreamManager(nc)).streams.getMessage('BOXES', { seq: 1 });
    for (let n = 0; n < 5; n += 1) {
      if (stored) stored.header.delete('Nats-Msg-Id');
      await jetstream(nc).publish('boxes.box-filled.v1', stored?.data ?? '', {
        ...(stored && { headers: stored.header }),
      });
    }
    await nc.close();
    const last = await said(1);
    await onceInOrder(last, 1);
    await settled();
    expect(await heard(requestId)).toEqual([1, 2, 3]);
  });

  it('waits while NATS is away; the command does not', async () => {
    await bus().stop();
    speaking();
    await hearing();
    const requestId = await said(5);
    expect(await heard(requestId)).toEqual([]);
    await bus().start();
    await onceInOrder(requestId, 5);
  });

  it('survives NATS being killed and started again in the middle of it', async () => {
    speaking();
    await hearing();
    const before = await said(20);
    await bus().kill();
    await fillMore(speaker().dataSource, before, 20, 21);
    await bus().start();
    await onceInOrder(before, 40);
  });

  it('is said again when the whole store of NATS was deleted', async () => {
    speaking();
    const early = await said(10);
    await published();
    await bus().wipe();
    const late = await said(2);
    await provisioned(bus().url);
    await hearing();
    await onceInOrder(early, 10);
    await onceInOrder(late, 2);
  });

  it('is applied once although the store was deleted after it had been heard', async () => {
    speaking();
    await hearing();
    const requestId = await said(10);
    await onceInOrder(requestId, 10);
    await bus().wipe();
    await provisioned(bus().url);
    await fillMore(speaker().dataSource, requestId, 1, 11);
    await onceInOrder(requestId, 11);
    await settled();
    expect(await heard(requestId)).toEqual(numbers(11));
  });

  it('is said again when the stream lost messages but not all', async () => {
    speaking({ reconcileEveryMs: 200 });
    const requestId = await said(3);
    const other = await said(1);
    await published();
    const nc = await connect({ servers: bus().url });
    const jsm = await jetstreamManager(nc);
    await jsm.streams.purge('BOXES', { seq: 2 });
    await jsm.streams.deleteMessage('BOXES', 3);
    await nc.close();
    await eventually(async () => {
      const rows: unknown[] = await speaker().dataSource.query(
        'select 1 from outbox where lost > 0 and published_at is not null',
      );
      return rows.length === 2;
    });
    await hearing();
    await onceInOrder(other, 1);
    await eventually(async () => {
      expect((await heard(requestId)).sort()).toEqual([1, 2, 3]);
      return true;
    });
  });
});

async function published(): Promise<void> {
  await eventually(async () => {
    const rows: unknown[] = await speaker().dataSource.query('select 1 from outbox where published_at is null');
    return rows.length === 0;
  });
}

/** Nothing is on its way any more: what was delivered is acknowledged. */
async function settled(): Promise<void> {
  const nc = await connect({ servers: bus().url });
  const jsm = await jetstreamManager(nc);
  await eventually(async () => {
    const { num_pending, num_ack_pending } = await jsm.consumers.info('BOXES', 'shelves-hears-boxes');
    return num_pending === 0 && num_ack_pending === 0;
  });
  await nc.close();
}
