import { describe, expect, it } from '@jest/globals';
import type { CallerIdentity, HandOff } from '@pledge/contracts';
import { OrderClosed, RequestConfirmed, RequestDisputed } from '@pledge/contracts/events';
import type { Cause } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { faultOf } from '../faults.fixtures.js';
import { handOffList } from '../hand-offs/hand-offs.module.js';
import { ledgersIn } from '../ledgers.fixtures.js';
import { supervisionMigrations } from '../migrations/index.js';
import { holdingsIn } from '../ownerships/ownerships.module.js';
import type { Verifications } from './verification.module.js';
import { verifications } from './verification.module.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const source = () => db().dataSource;
const cause = (): Cause => ({ by: 'event', key: newId() });
const commands = (): Verifications => commandsOf(source(), verifications, 'Asia/Shanghai');
const { receive } = ledgersIn(source);

const inspector: CallerIdentity = {
  ...{ personId: 'i', name: '督查', role: 'inspector', roles: ['inspector'], department: null },
  ...{ customerId: null, language: 'zh' },
};

const situation = async (requestId: string) => {
  const [row] = await source().query<{ status: string; rings: boolean }[]>(
    `select status, exists(select from timer where kind = $2 and ref = $1) as rings from verification where request_id = $1::uuid`,
    [requestId, verifications.expiry?.kind],
  );
  return row;
};

/** A repair whose silence window passed a day ago. */
async function watched() {
  const requestId = newId();
  const closedAt = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString();
  const handOff: HandOff = {
    ...{ handOffId: newId(), from: 'dispatch', to: 'supervision' },
    subject: { kind: 'request', id: requestId },
    ...{ offeredAt: closedAt, acceptBy: closedAt },
  };
  await commands().handle(requestId, { type: 'watch', requestNumber: 'FR-1', handOff, closedAt }, cause());
  return requestId;
}
const expire = async (requestId: string) => (await commands().handle(requestId, { type: 'expire' }, cause())).events;
const disputes = (requestId: string, kind: 'fault' | 'consultation' = 'fault') =>
  receive(
    RequestDisputed.of({
      ...{ requestId, number: 'FR-1', kind, by: '王敏', note: '又断电了', disputedAt: new Date().toISOString() },
    }),
  );

describe('a repair that is watched', () => {
  it('is with supervision from the closed order to the verdict, in every ledger', async () => {
    const { receive: hear, settle } = ledgersIn(source);
    const fault = faultOf(24 * 9);
    const { requestId, number: requestNumber } = fault.data;
    await hear(fault, fault);
    const closedAt = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString();
    const handOff: HandOff = {
      ...{ handOffId: newId(), from: 'dispatch', to: 'supervision', offeredAt: closedAt, acceptBy: closedAt },
      subject: { kind: 'request', id: requestId },
    };
    const closedBy = { personId: 'f', name: '冯立军' };
    const order = { orderId: newId(), number: 'DO-1', requestId, requestNumber };
    await hear(OrderClosed.of({ ...order, closedBy, closedAt, handOff }));
    await settle();
    const { items } = await handOffList.page(source(), { limit: 10, requestId, state: 'accepted' }, inspector);
    const acceptedBy = '用户监督自动受理';
    const subject = { kind: 'request', id: requestId, number: requestNumber };
    expect(items).toMatchObject([{ handOffId: handOff.handOffId, subject, acceptedBy }]);
    const held = await holdingsIn(source(), requestId);
    expect(held).toMatchObject([{ department: 'intake' }, { department: 'supervision', to: null, acceptedBy }]);
    await expire(requestId);
    await settle();
    expect((await holdingsIn(source(), requestId)).at(-1)?.to).not.toBeNull();
  });

  it('ends with the same fault reported again, and is then held by nobody', async () => {
    const { receive: hear, settle } = ledgersIn(source);
    const fault = faultOf(24 * 9);
    await hear(fault, fault);
    const again = faultOf(0);
    const { requestId, number } = fault.data;
    const recurrence = { ...again, data: { ...again.data, recurrenceOf: { requestId, number } } };
    await expect(hear(recurrence, recurrence)).rejects.toMatchObject({ name: 'NotYetReceived' });
    const { handOff } = fault.data;
    const watch = { type: 'watch', requestNumber: number, handOff, closedAt: fault.at } as const;
    await commands().handle(requestId, watch, cause());
    await hear(recurrence, recurrence);
    await settle();
    expect(await situation(requestId)).toEqual({ status: 'not-effective', rings: false });
    expect((await holdingsIn(source(), requestId)).at(-1)?.to).not.toBeNull();
  });

  it('is not found effective while the user disputes it, and its time runs again once they confirm it', async () => {
    const requestId = await watched();
    await disputes(requestId);
    expect(await situation(requestId)).toEqual({ status: 'disputed', rings: false });
    expect(await expire(requestId)).toEqual([]);
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null, at: new Date().toISOString() } as const;
    const confirmed = RequestConfirmed.of({ requestId, number: 'FR-1', confirmation });
    await receive(confirmed);
    expect(await situation(requestId)).toEqual({ status: 'watching', rings: true });
    expect(await expire(requestId)).toMatchObject([{ type: 'supervision.request-verified.v1' }]);
    expect(await situation(requestId)).toEqual({ status: 'effective', rings: false });
  });

  it('has nothing to do with what a user says of an answer', async () => {
    const requestId = newId();
    await disputes(requestId, 'consultation');
    expect(await situation(requestId)).toBeUndefined();
  });
});
