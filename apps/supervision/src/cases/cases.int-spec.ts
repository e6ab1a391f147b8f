import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { matter as matterContract } from '@pledge/contracts/http';
import type { Cause, Received } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { batonsIn } from '../batons/batons.commands.js';
import { handOffsIn } from '../hand-offs/hand-offs.commands.js';
import { pageOfHandOffs } from '../hand-offs/hand-offs.query.js';
import { supervisionMigrations } from '../migrations/index.js';
import { promisesIn } from '../promises/promises.commands.js';
import { pageOfPromises } from '../promises/promises.query.js';
import type { MatterEvent, Told } from './matter.js';
import type { Matters } from './matters.commands.js';
import { mattersIn } from './matters.commands.js';
import { matterOf, pageOfMatters } from './matters.query.js';
import { MatterReactions } from './matters.reactions.js';
import { complaint } from './matters.testbed.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
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
let matters: Matters;
let reactions: MatterReactions;
beforeEach(() => {
  matters = mattersIn(db());
  reactions = new MatterReactions(matters, handOffsIn(db()), promisesIn(db()), batonsIn(db()));
});

const byPerson = (): Cause => ({ by: 'person:tang', key: newId(), wantsView: true });
const heard = <Type extends string, Data>(type: Type, data: Data) => {
  const id = newId();
  return [
    { type, id, sequence: 1, at: '2026-11-26T01:10:00.000Z', source: 'x', data },
    { by: `reaction:${type}`, key: id },
  ] as const;
};
async function handedOver(change: Partial<Told> = {}): Promise<Told> {
  const requestId = newId();
  const { handOff } = complaint({ requestId });
  const told = complaint({
    requestId,
    number: `CP-${requestId.slice(-8)}`,
    handOff: { ...handOff, handOffId: newId() },
    ...change,
  });
  const [message, cause] = heard('intake.matter-handed-over.v1' as const, told);
  await Promise.all([reactions.receive(message, cause), reactions.receive(message, cause)]);
  const offer = { type: 'offer', requestId, offer: told.handOff } as const;
  await handOffsIn(db()).handle(told.handOff.handOffId, offer, { by: 'test', key: newId() });
  return told;
}
/** What supervision says, it hears. */
async function book(events: readonly MatterEvent[]) {
  for (const event of events) {
    const [message, cause] = heard(event.type, event.data);
    const said = message as Received<never>;
    if (event.type === 'supervision.matter-accepted.v1') await reactions.accepted(said, cause);
    if (event.type === 'supervision.matter-declined.v1') await reactions.declined(said, cause);
    if (event.type === 'supervision.matter-settled.v1') await reactions.settled(said, cause);
  }
}
const accept = (requestId: string) =>
  matters.handle(requestId, { type: 'accept', by: tang, promiseId: newId(), calendar }, byPerson());

describe('a complaint, from the hand-over to the reply', () => {
  it('is in the list once, and is booked in the ledgers step by step', async () => {
    const { requestId, handOff } = await handedOver();
    const page = await pageOfMatters(db().manager, { limit: 50 }, caller('information-manager'));
    expect(page.items).toMatchObject([{ id: requestId, status: 'offered', version: 1, promise: null }]);

    const taken = await accept(requestId);
    expect(matterContract.parse(taken.view)).toEqual(taken.view);
    await book(taken.events);
    const [handed] = (await pageOfHandOffs(db().manager, { limit: 50, requestId }, caller('manager'))).items;
    expect(handed).toMatchObject({ handOffId: handOff.handOffId, state: 'accepted', acceptedBy: '唐文静' });
    const [clock] = (await pageOfPromises(db().manager, { limit: 50 }, caller('manager'))).items;
    expect(clock).toMatchObject({ requestId, promise: 'settle-complaint', state: 'running' });

    const done = await matters.handle(requestId, { type: 'settle', by: tang, reply: '已处理' }, byPerson());
    await book(done.events);
    expect(done.view).toMatchObject({ status: 'settled', reply: '已处理', settledBy: tang });
    expect((await pageOfPromises(db().manager, { limit: 50 }, caller('manager'))).items).toMatchObject([
      { state: 'kept' },
    ]);
  });

  it('that is declined is so in the ledger, and may be handed over once more', async () => {
    const told = await handedOver();
    const { requestId } = told;
    const { events } = await matters.handle(requestId, { type: 'decline', by: tang, reason: '属于故障' }, byPerson());
    await book(events);
    expect((await pageOfHandOffs(db().manager, { limit: 50, requestId }, caller('manager'))).items).toMatchObject([
      { state: 'declined' },
    ]);
    const again = { ...told, handOff: { ...told.handOff, handOffId: newId() } };
    await reactions.receive(...heard('intake.matter-handed-over.v1' as const, again));
    expect(await matterOf(db().manager, requestId)).toMatchObject({ status: 'offered', declinedReason: '属于故障' });
    const second = matters.handle(requestId, { type: 'decline', by: tang, reason: 'x' }, byPerson());
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
    await matters.handle(done.requestId, { type: 'settle', by: tang, reply: 'x' }, byPerson());
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { limit: 1, ...(cursor !== undefined && { cursor }) };
      const page = await pageOfMatters(db().manager, query, caller('manager'));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([soon, late, taken, done].map(({ requestId }) => requestId));
    const suggestions = await pageOfMatters(db().manager, { limit: 5, kind: 'suggestion' }, caller('manager'));
    expect(suggestions.items).toEqual([]);
  });

  it('shows whole phone numbers only to who calls', async () => {
    const { requestId } = await handedOver();
    const phone = async (role: CallerIdentity['role']) =>
      (await matterOf(db().manager, requestId, caller(role))).reportedBy.phone;
    expect(await phone('information-manager')).toBe('13800138000');
    expect(await phone('storekeeper')).toBe('138****8000');
  });
});
