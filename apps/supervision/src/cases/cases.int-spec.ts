import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { MatterHandedOver } from '@pledge/contracts/events';
import type { Matter } from '@pledge/contracts/http';
import { getMatter, matter as matterContract } from '@pledge/contracts/http';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { redacted } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { handOffList } from '../hand-offs/hand-offs.module.js';
import { ledgersIn } from '../ledgers.fixtures.js';
import { supervisionMigrations } from '../migrations/index.js';
import { promiseList } from '../promises/promises.module.js';
import type { CaseCommand, HandedOver } from './case-state.js';
import { complaint } from './cases.fixtures.js';
import type { Cases } from './cases.module.js';
import { caseList, caseReader, cases } from './cases.module.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const zone = 'Asia/Shanghai';
const calendar = workCalendar({ timeZone: zone });
const tang = { personId: 'tang', name: '唐文静' };
const caller = (role: CallerIdentity['role']): CallerIdentity => ({
  personId: 'tang',
  name: '唐文静',
  role,
  roles: [role],
  department: 'supervision',
  customerId: null,
  language: 'zh',
});
let ledgers: ReturnType<typeof ledgersIn>;
beforeEach(() => {
  ledgers = ledgersIn(db);
});

/** What supervision says of it, it hears. */
async function handle(requestId: string, command: CaseCommand): Promise<Matter> {
  const cause = { by: 'person:tang', key: newId(), wantsView: true, caller: caller('quality-supervisor') };
  const { view } = await (commandsOf(db(), cases, zone) as Cases).handle(requestId, command, cause);
  await ledgers.settle();
  return view;
}
async function handedOver(change: Partial<HandedOver> = {}): Promise<HandedOver> {
  const requestId = newId();
  const { handOff } = complaint({ requestId });
  const told = complaint({
    requestId,
    number: `CP-${requestId.slice(-8)}`,
    handOff: { ...handOff, handOffId: newId() },
    ...change,
  });
  const said = { id: newId() };
  const event = MatterHandedOver.of(told);
  await Promise.all([ledgers.receive(event, said), ledgers.receive(event, said)]);
  return told;
}
const accept = (requestId: string) => handle(requestId, { type: 'accept', calendar });
const settle = (requestId: string, reply: string) => handle(requestId, { type: 'settle', reply });
const one = (requestId: string, role: CallerIdentity['role'] = 'manager') =>
  caseReader.one(db(), requestId, caller(role)) as Promise<Matter>;
const handOffsOf = async (requestId: string) =>
  (await handOffList.page(db(), { limit: 50, requestId }, caller('manager'))).items;
const clocks = async () => (await promiseList.page(db(), { limit: 50 }, caller('manager'))).items;

describe('a complaint, from the hand-over to the reply', () => {
  it('is in the list once, and is booked in the ledgers step by step', async () => {
    const { requestId, handOff } = await handedOver();
    const page = await caseList.page(db(), { limit: 50 }, caller('information-manager'));
    expect(page.items).toMatchObject([{ id: requestId, status: 'offered', version: 1, promise: null }]);

    const taken = await accept(requestId);
    expect(matterContract.parse(taken)).toEqual(taken);
    const [handed] = await handOffsOf(requestId);
    expect(handed).toMatchObject({ handOffId: handOff.handOffId, state: 'accepted', acceptedBy: '唐文静' });
    const [clock] = await clocks();
    expect(clock).toMatchObject({ requestId, promise: 'settle-complaint', state: 'running' });

    const done = await settle(requestId, '已处理');
    expect(done).toMatchObject({ status: 'settled', reply: '已处理', settledBy: tang });
    expect(await clocks()).toMatchObject([{ state: 'kept' }]);
  });

  it('that is declined is so in the ledger, and may be handed over once more', async () => {
    const told = await handedOver();
    const { requestId } = told;
    await handle(requestId, { type: 'decline', reason: '属于故障' });
    expect(await handOffsOf(requestId)).toMatchObject([{ state: 'declined' }]);
    const again = { ...told, handOff: { ...told.handOff, handOffId: newId() } };
    await ledgers.receive(MatterHandedOver.of(again));
    expect(await one(requestId)).toMatchObject({ status: 'offered', declinedReason: '属于故障' });
    const second = handle(requestId, { type: 'decline', reason: 'x' });
    await expect(second).rejects.toMatchObject({ code: 'declined-before' });
  });

  it('is received by one of two who take it at once', async () => {
    const { requestId } = await handedOver();
    const outcomes = await Promise.allSettled([accept(requestId), accept(requestId)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the list', () => {
  it('shows those nobody received first, then by the time they are due, then the settled; page by page', async () => {
    const by = (acceptBy: string) => ({ handOff: { ...complaint().handOff, handOffId: newId(), acceptBy } });
    const late = await handedOver(by('2026-11-26T03:00:00.000Z'));
    const soon = await handedOver(by('2026-11-26T02:00:00.000Z'));
    const [taken, done] = [await handedOver(), await handedOver()];
    await accept(taken.requestId);
    await accept(done.requestId);
    await settle(done.requestId, 'x');
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 1, ...(cursor !== undefined && { cursor }) };
      const page = await caseList.page(db(), query, caller('manager'));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([soon, late, taken, done].map(({ requestId }) => requestId));
    const suggestions = await caseList.page(db(), { limit: 5, kind: 'suggestion' }, caller('manager'));
    expect(suggestions.items).toEqual([]);
  });

  it('shows whole phone numbers only to who calls', async () => {
    const { requestId } = await handedOver();
    const phone = async (role: CallerIdentity['role']) =>
      (redacted(getMatter.reply, await one(requestId, role), [role]) as Matter).reportedBy.phone;
    expect(await phone('information-manager')).toBe('13800138000');
    expect(await phone('storekeeper')).toBe('138****8000');
  });
});
