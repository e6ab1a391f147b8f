import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RecordTimers } from '@pledge/application';
import { DispatchHandOffAccepted, OrderAssigned, RequestResponded } from '@pledge/contracts/events';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { faultOf } from './faults.fixtures.js';
import { handOffList } from './hand-offs/hand-offs.module.js';
import { ledgersIn, startTimers } from './ledgers.fixtures.js';
import { supervisionMigrations } from './migrations/index.js';
import { holdingsIn } from './ownerships/ownerships.module.js';
import { promiseList } from './promises/promises.module.js';
import { boardOf } from './requests/board.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const { receive } = ledgersIn(() => db().dataSource);
const staff = {
  personId: 'q-1',
  name: '质量监督员',
  role: 'quality-supervisor',
  roles: ['quality-supervisor'],
  department: 'supervision',
  customerId: null,
  language: 'zh',
} as const;
const inspector = { ...staff, roles: [...staff.roles] };

const assignment = {
  ...{ orderId: randomUUID(), number: 'DO-1', assignment: 1, engineerId: randomUUID(), previousEngineerId: null },
  ...{ siteId: randomUUID(), siteName: '门诊楼', cause: '老化', nature: 'equipment', category: 'access-control' },
  ...{ location: '一层', toolsToCarry: [], partsToCarry: [], resolveBy: '2026-12-05T00:00:00.000Z' },
  ...{ assignedBy: { personId: 'f', name: '冯' }, assignedAt: '2026-12-01T00:00:00.000Z' },
};

const hear = ({ id, sequence, type, data }: ReturnType<typeof faultOf>) => receive({ type, data }, { id, sequence });
const promisesOf = async (requestId: string) =>
  (await promiseList.page(db().dataSource, { limit: 50, requestId }, inspector)).items;
const statesOf = async (requestId: string) =>
  Object.fromEntries((await promisesOf(requestId)).map(({ promise, state }) => [promise, state]));

let timers: RecordTimers | undefined;
afterEach(async () => {
  await timers?.onModuleDestroy();
  timers = undefined;
});

describe('the ledger of promises', () => {
  it('holds every promise that was stamped, once, however often it is heard of (invariant 3)', async () => {
    const fault = faultOf(0);
    await hear(fault);
    await hear(fault);
    expect(await statesOf(fault.data.requestId)).toEqual({ respond: 'running', arrive: 'running', resolve: 'running' });
  });

  it('rings what came due while supervision was away, late but never lost, and once', async () => {
    const fault = faultOf(4.5);
    await hear(fault);
    timers = startTimers(db().dataSource);
    const expected = { respond: 'breached', arrive: 'breached', resolve: 'running' };
    await eventually(async () => {
      expect(await statesOf(fault.data.requestId)).toEqual(expected);
      return true;
    });
    const events = await db().query<{ type: string }>(
      `select type from journal where data ->> 'requestId' = $1 and type in ('supervision.promise-breached.v1', 'supervision.promise-at-risk.v1')`,
      [fault.data.requestId],
    );
    expect(events.map(({ type }) => type).sort()).toEqual([
      'supervision.promise-at-risk.v1',
      'supervision.promise-at-risk.v1',
      'supervision.promise-breached.v1',
      'supervision.promise-breached.v1',
    ]);
  });

  it('rings a hand-off that nobody accepted (invariant 4)', async () => {
    const fault = faultOf(1);
    await hear(fault);
    timers = startTimers(db().dataSource);
    await eventually(async () => {
      const query = { limit: 10, requestId: fault.data.requestId };
      const { items } = await handOffList.page(db().dataSource, query, inspector);
      expect(items.map(({ state }) => state)).toEqual(['overdue']);
      return true;
    });
  });

  it('stops a clock by what other departments say, and waits for a request it has not heard of', async () => {
    const fault = faultOf(0);
    const { requestId, number } = fault.data;
    const by = { personId: 'p', name: '李娜' };
    const responded = RequestResponded.of({ requestId, number, by, text: '已安排', respondedAt: fault.at });
    const said = { id: randomUUID(), sequence: 2 };
    await expect(receive(responded, said)).rejects.toMatchObject({ name: 'NotYetReceived' });
    await hear(fault);
    await receive(responded, said);
    expect(await statesOf(requestId)).toMatchObject({ respond: 'kept' });
  });
});

describe('the board', () => {
  it('shows every open request, the worst first, and pages through', async () => {
    const faults = [faultOf(0), faultOf(7), faultOf(3)];
    for (const fault of faults) await hear(fault);
    const first = await boardOf(db().dataSource.manager, { limit: 2 }, inspector);
    expect(first.items.map(({ requestId }) => requestId)).toEqual([
      faults[1]?.data.requestId,
      faults[2]?.data.requestId,
    ]);
    const second = await boardOf(db().dataSource.manager, { limit: 2, cursor: first.nextCursor ?? '' }, inspector);
    expect(second.items.map(({ requestId }) => requestId)).toEqual([faults[0]?.data.requestId]);
    expect(second.nextCursor).toBeNull();
    expect(first.counts.open).toBe(3);
    expect(first.items[0]).toMatchObject({ holder: 'intake', customerName: '申江医院' });
  });

  it('names the engineer of the newest assignment, also where an older one is said again after a loss', async () => {
    const fault = faultOf(0);
    await hear(fault);
    const { requestId } = fault.data;
    const assigned = (engineerName: string, sequence: number) =>
      receive({ type: OrderAssigned.type, data: { ...assignment, requestId, engineerName } }, { sequence });
    await assigned('李晓峰', 7);
    await assigned('张伟国', 3);
    const named = () => db().query('select engineer_name from request_replica where request_id = $1', [requestId]);
    expect(await named()).toEqual([{ engineer_name: '李晓峰' }]);
    await assigned('张伟国', 9);
    expect(await named()).toEqual([{ engineer_name: '张伟国' }]);
  });

  it('is filtered by who holds a request now', async () => {
    const fault = faultOf(0);
    await hear(fault);
    const { handOffId } = fault.data.handOff;
    await receive(
      DispatchHandOffAccepted.of({
        ...{ handOffId, requestId: fault.data.requestId, from: 'intake', to: 'dispatch' },
        ...{ acceptedBy: '派工台', acceptedAt: fault.at },
      }),
    );
    const holders = await holdingsIn(db().dataSource, fault.data.requestId);
    expect(holders.map(({ department }) => department)).toEqual(['intake', 'dispatch']);
    const manager = db().dataSource.manager;
    expect((await boardOf(manager, { limit: 10, department: 'dispatch' }, inspector)).items).toHaveLength(1);
    expect((await boardOf(manager, { limit: 10, department: 'intake' }, inspector)).items).toHaveLength(0);
  });
});
