import { describe, expect, it } from '@jest/globals';
import type { PromiseName } from '@pledge/contracts';
import { PromiseKept } from '@pledge/contracts/events';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { conversationsIn } from '../conversations/conversations.commands.js';
import { agent, by } from '../desk/agent.testbed.js';
import { intakeMigrations } from '../migrations/index.js';
import { SupervisionTimeline } from '../timeline/supervision.reactions.js';
import { followClock } from '../timeline/timeline.projection.js';
import { dueAgain } from './next-due.store.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { requestOf } from '../requests/requests.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const cause = () => ({ by: 'person:agent-1', key: newId(), wantsView: true });
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');

async function reported() {
  const [requestId, command] = receiving(await somewhere(manager()));
  const { view } = await requests().handle(requestId, command, cause());
  return { requestId, promises: new Map(view.promises.map((promise) => [promise.promise, promise])) };
}
type Reported = Awaited<ReturnType<typeof reported>>;

const answer = ({ requestId }: Reported) =>
  requests().handle(requestId, { type: 'respond', requestId, by, text: '马上派人' }, cause());
const clockOf = ({ promises }: Reported, name: PromiseName) => {
  const found = promises.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

let said = 0;
/** As supervision says it, over the bus. */
function heard({ requestId, promises }: Reported, name: PromiseName, state: string, dueAt?: string, doneAt?: string) {
  const clock = clockOf({ requestId, promises }, name);
  const data = { requestId, promiseId: clock.promiseId, dueAt: dueAt ?? clock.dueAt };
  const fact = {
    type: `supervision.promise-${state}.v1`,
    id: newId(),
    sequence: (said += 1),
    at: new Date().toISOString(),
    data,
  };
  return followClock(db().dataSource, fact, { by: 'reaction:clock', key: fact.id }, state, doneAt ?? null);
}

async function due({ requestId }: Reported) {
  const [row] = await manager().query<{ at: Date | null; what: string | null }[]>(
    'select due_at as at, due_what as what from request where request_id = $1',
    [requestId],
  );
  return [row?.what, row?.at?.toISOString()];
}

describe('what is due next of a request', () => {
  it('goes on with every clock that is kept, moved or void', async () => {
    const fault = await reported();
    const [respond, arrive, resolve] = [clockOf(fault, 'respond'), clockOf(fault, 'arrive'), clockOf(fault, 'resolve')];
    expect(await due(fault)).toEqual(['respond', respond.dueAt]);
    await answer(fault);
    expect(await due(fault)).toEqual(['arrive', arrive.dueAt]);
    const moved = new Date(Date.parse(resolve.dueAt) + 60_000).toISOString();
    await heard(fault, 'arrive', 'paused', moved);
    expect(await due(fault)).toEqual(['resolve', resolve.dueAt]);
    await heard(fault, 'resolve', 'void');
    expect(await due(fault)).toEqual(['arrive', moved]);
    await heard(fault, 'arrive', 'kept', moved, new Date().toISOString());
    expect(await due(fault)).toEqual([null, undefined]);
  });

  it('is not touched by the clock of something that belongs to no request', async () => {
    const fault = await reported();
    const before = await due(fault);
    const clock = { ...clockOf(fault, 'respond'), requestId: null, requestNumber: null };
    const event = PromiseKept.of({ ...clock, doneAt: clock.dueAt });
    const received = { ...event, id: newId(), sequence: 1, at: clock.dueAt, source: 'supervision' };
    await new SupervisionTimeline(db().dataSource).kept(received, cause());
    expect(await due(fault)).toEqual(before);
  });

  it('is what the user disputes, from when they say so until they confirm', async () => {
    const fault = await reported();
    const { requestId } = fault;
    await answer(fault);
    const resolvedAt = new Date().toISOString();
    await requests().handle(requestId, { type: 'resolve', requestId, orderId: newId(), resolvedAt }, cause());
    const dispute = { type: 'dispute', requestId, entryId: newId(), note: '还是重启' } as const;
    await conversationsIn(db().dataSource).handle(requestId, dispute, cause());
    const { disputed } = await requestOf(manager(), requestId, agent);
    expect(disputed?.note).toBe('还是重启');
    expect(await due(fault)).toEqual(['disputed', disputed?.at]);
    await requests().handle(
      requestId,
      { type: 'confirm', requestId, confirmation: { how: 'user-confirmed', by: '王敏', note: null } },
      cause(),
    );
    expect((await requestOf(manager(), requestId, agent)).disputed).toBeNull();
    expect((await due(fault))[0]).toBe('arrive');
  });

  it('is the same whoever comes last, an answer or what supervision says at that moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const fault = await reported();
      const moved = new Date(Date.parse(clockOf(fault, 'arrive').dueAt) + round).toISOString();
      await Promise.all([answer(fault), heard(fault, 'arrive', 'paused', moved), heard(fault, 'respond', 'at-risk')]);
      const noted = await due(fault);
      await dueAgain(manager(), fault.requestId);
      expect(noted).toEqual(await due(fault));
      expect(noted).toEqual(['arrive', moved]);
    }
  });
});
