import { afterEach, describe, expect, it } from '@jest/globals';
import type { OrderAssigned } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { v7 as newId } from 'uuid';
import { batonsIn } from './batons/batons.commands.js';
import { BatonReactions } from './batons/batons.reactions.js';
import { faultOf } from './faults.testbed.js';
import { handOffsIn } from './hand-offs/hand-offs.commands.js';
import { HandOffReactions } from './hand-offs/hand-offs.reactions.js';
import { pageOfHandOffs } from './hand-offs/hand-offs.query.js';
import { supervisionMigrations } from './migrations/index.js';
import { promisesIn } from './promises/promises.commands.js';
import { pageOfPromises } from './promises/promises.query.js';
import { PromiseReactions } from './promises/promises.reactions.js';
import { boardOf } from './requests/board.query.js';
import { RequestCopies } from './requests/requests.reactions.js';
import { Ringing } from './ringing.reactions.js';
import { verificationsIn } from './verification/verifications.commands.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
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

function house() {
  const source = db().dataSource;
  const promises = promisesIn(source);
  const handOffs = handOffsIn(source);
  const batons = batonsIn(source);
  return {
    promises,
    batons,
    hears: [
      new RequestCopies(source),
      new PromiseReactions(promises),
      new HandOffReactions(handOffs),
      new BatonReactions(batons),
    ] as const,
    ringing: () => new Ringing(source, promises, handOffs, verificationsIn(source), batons),
  };
}

const because = (reaction: string, heard: { id: string }): Cause => ({ by: `reaction:${reaction}`, key: heard.id });

async function hear(fault: ReturnType<typeof faultOf>, { hears: [copies, promises, handOffs, batons] } = house()) {
  await copies.received(fault, because('copies', fault));
  await promises.received(fault, because('promises', fault));
  await handOffs.toDispatch(fault, because('hand-offs', fault));
  await batons.begin(fault, because('batons', fault));
}
const promisesOf = async (requestId: string) =>
  (await pageOfPromises(db().dataSource.manager, { limit: 50, requestId }, inspector)).items;
const statesOf = async (requestId: string) =>
  Object.fromEntries((await promisesOf(requestId)).map(({ promise, state }) => [promise, state]));

let ringing: Ringing | undefined;
afterEach(async () => {
  await ringing?.onModuleDestroy();
  ringing = undefined;
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
    ringing = house().ringing();
    ringing.onApplicationBootstrap();
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
    ringing = house().ringing();
    ringing.onApplicationBootstrap();
    await eventually(async () => {
      const { items } = await pageOfHandOffs(
        db().dataSource.manager,
        { limit: 10, requestId: fault.data.requestId },
        inspector,
      );
      expect(items.map(({ state }) => state)).toEqual(['overdue']);
      return true;
    });
  });

  it('stops a clock by what other departments say, and waits for a request it has not heard of', async () => {
    const fault = faultOf(0);
    const { hears, ...rest } = house();
    const said = { id: newId(), sequence: 2, at: fault.at, source: 'intake' };
    const { requestId, number } = fault.data;
    const responded = {
      ...said,
      type: 'intake.request-responded.v1' as const,
      data: { requestId, number, by: { personId: 'p', name: '李娜' }, text: '已安排', respondedAt: fault.at },
    };
    await expect(hears[1].responded(responded, because('respond', said))).rejects.toMatchObject({
      name: 'NotYetReceived',
    });
    await hear(fault, { hears, ...rest });
    await hears[1].responded(responded, because('respond', said));
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
    const copies = house().hears[0];
    const assigned = (engineerName: string, sequence: number) => {
      const heard = { id: newId(), sequence, at: fault.at, source: 'dispatch', data: { requestId, engineerName } };
      return copies.assigned(heard as Received<typeof OrderAssigned>, because('engineer', heard));
    };
    await assigned('李晓峰', 7);
    await assigned('张伟国', 3);
    const named = () => db().query('select engineer_name from request_copy where request_id = $1', [requestId]);
    expect(await named()).toEqual([{ engineer_name: '李晓峰' }]);
    await assigned('张伟国', 9);
    expect(await named()).toEqual([{ engineer_name: '张伟国' }]);
  });

  it('is filtered by who holds a request now', async () => {
    const fault = faultOf(0);
    await hear(fault);
    const { handOffId } = fault.data.handOff;
    const accepted = {
      handOffId,
      requestId: fault.data.requestId,
      from: 'intake',
      to: 'dispatch',
      acceptedBy: '派工台',
      acceptedAt: fault.at,
    } as const;
    const heard = {
      type: 'dispatch.handoff-accepted.v1' as const,
      data: accepted,
      id: newId(),
      sequence: 1,
      at: fault.at,
      source: 'dispatch',
    };
    const { hears, batons } = house();
    await hears[3].toDispatch(heard, because('baton', heard));
    const holders = await batons.holdings(fault.data.requestId);
    expect(holders.map(({ department }) => department)).toEqual(['intake', 'dispatch']);
    const manager = db().dataSource.manager;
    expect((await boardOf(manager, { limit: 10, department: 'dispatch' }, inspector)).items).toHaveLength(1);
    expect((await boardOf(manager, { limit: 10, department: 'intake' }, inspector)).items).toHaveLength(0);
  });
});
