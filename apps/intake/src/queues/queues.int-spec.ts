import { describe, expect, it } from '@jest/globals';
import type { QueueName } from '@pledge/contracts/http';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { enquiriesBed } from '../enquiries/enquiries.testbed.js';
import { conversationsIn } from '../conversations/conversations.commands.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { pageOfQueue, queueCounts } from './queues.query.js';
import { agent, by } from '../desk/agent.testbed.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const cause = () => {
  const key = newId();
  return { by: 'person:agent-1', key, fingerprint: key, wantsView: true };
};
const told = { cause: '进水', occurredAt: '2026-01-01T00:00:00Z', measuresTaken: '断电' };

async function reported(change: Parameters<typeof receiving>[1] = {}) {
  const [requestId, command] = receiving(await somewhere(manager()), { ...told, ...change });
  await requests().handle(requestId, command, cause());
  return requestId;
}
const idsIn = async (queue: QueueName, query: Partial<Parameters<typeof pageOfQueue>[2]> = {}) =>
  (await pageOfQueue(manager(), queue, { limit: 50, ...query }, agent)).items.map(({ id }) => id);
const counted = async () =>
  Object.fromEntries((await queueCounts(manager(), agent)).items.map(({ queue, count }) => [queue, count]));

describe('the queues', () => {
  it('hold a report that nobody has taken, what is due first on top', async () => {
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const later = await reported({ receivedAt: ago(10) });
    const sooner = await reported({ receivedAt: ago(70) });
    const { items } = await pageOfQueue(manager(), 'new', { limit: 50 }, agent);
    expect(items.map(({ id, overdue, dueWhat }) => [id, overdue, dueWhat])).toEqual([
      [sooner, true, 'respond'],
      [later, false, 'respond'],
    ]);
    expect(await idsIn('new', { overdue: true })).toEqual([sooner]);
    expect(await idsIn('unclear')).toEqual([]);
  });

  it('hand a taken one to whoever took it', async () => {
    const requestId = await reported();
    await requests().handle(requestId, { type: 'take', requestId, by }, cause());
    expect(await counted()).toMatchObject({ new: 0, mine: 1 });
    expect((await queueCounts(manager(), { ...agent, personId: 'agent-2' })).items.at(-1)).toMatchObject({ count: 0 });
  });

  it('tell what is unclear from what the user was asked already', async () => {
    const requestId = await reported({ cause: null });
    expect(await counted()).toMatchObject({ unclear: 1, 'waiting-for-user': 0 });
    const clarificationId = newId();
    const ask = { type: 'ask', requestId, clarificationId, by, question: '哪一台主机？', withinMinutes: 60 } as const;
    await conversationsIn(db().dataSource).handle(requestId, ask, cause());
    expect(await counted()).toMatchObject({ unclear: 0, 'waiting-for-user': 1 });
  });

  it('list what callers were told to hear, by the time they were told', async () => {
    const requestId = await reported();
    const dueAt = new Date(Date.now() + 1_800_000).toISOString();
    const tell = { type: 'tell', requestId, promiseId: newId(), by, what: '回电', dueAt, calendar } as const;
    await conversationsIn(db().dataSource).handle(requestId, tell, cause());
    const { items } = await pageOfQueue(manager(), 'call-backs', { limit: 50 }, agent);
    expect(items).toMatchObject([{ id: requestId, dueWhat: 'told-caller', overdue: false, phone: '138 0000 0001' }]);
  });

  it('say which department was asked, until it answers', async () => {
    const { ask, handle } = enquiriesBed(() => db().dataSource);
    const { id: requestId } = await ask('suggestion');
    const withDepartment = async () =>
      (await pageOfQueue(manager(), 'new', { limit: 50, kind: 'suggestion' }, agent)).items[0]?.withDepartment;
    expect(await withDepartment()).toBeNull();
    const handOver = { type: 'hand-over', requestId, by, handled: null, handOffId: newId(), calendar } as const;
    await handle(requestId, handOver);
    expect(await withDepartment()).toBe('supervision');
    const of = { questionId: null, department: 'supervision', by: '林青', text: '已办', state: 'answered' } as const;
    const settled = { ...of, at: new Date().toISOString() };
    await handle(requestId, { type: 'referral-moves', requestId, ...settled });
    expect(await withDepartment()).toBeNull();
  });

  it('go page by page without a repetition, and find by words', async () => {
    const ids = [await reported(), await reported(), await reported({ description: '摄像机花屏' })];
    const first = await pageOfQueue(manager(), 'new', { limit: 2 }, agent);
    const second = await pageOfQueue(manager(), 'new', { limit: 2, cursor: first.nextCursor ?? undefined }, agent);
    expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(await idsIn('new', { q: '花屏' })).toEqual(ids.slice(2));
  });
});
