import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import type { SupportRequested } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { receiverOf } from '@pledge/application/testing';
import type { InputOf, listSupportRequests } from '@pledge/contracts/http';
import type { Cause, Received } from '@pledge/messaging';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { NotFound } from '@pledge/service-host';
import { freshDatabase } from '@pledge/testing/database';
import { supportMigrations } from '../migrations/index.js';
import type { SupportRequests } from './support-requests.module.js';
import {
  supportRequestList,
  supportRequestReactions,
  supportRequestReader,
  supportRequests as kind,
} from './support-requests.module.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supportMigrations] });
const db = () => fresh().dataSource;
let supportRequests: SupportRequests;
const receive = receiverOf(db, [kind, supportRequestReactions]);

beforeEach(() => {
  supportRequests = commandsOf(db(), kind, 'Asia/Shanghai');
});

const asked = (acceptBy = '2026-11-22T09:30:00.000Z', raisedBy = 'p3'): Received<typeof SupportRequested> => {
  const supportRequestId = randomUUID();
  return {
    type: 'dispatch.support-requested.v1',
    id: randomUUID(),
    sequence: 1,
    at: '2026-11-22T09:00:00.000Z',
    source: 'dispatch',
    data: {
      orderId: randomUUID(),
      number: 'DO-20261122-0001',
      requestId: randomUUID(),
      requestNumber: 'FR-20261122-0001',
      supportRequestId,
      question: '主机反复重启',
      raisedBy: { personId: raisedBy, name: '冯立军' },
      raisedAt: '2026-11-22T09:00:00.000Z',
      handOff: {
        handOffId: randomUUID(),
        subject: { kind: 'support-request', id: supportRequestId },
        from: 'dispatch',
        to: 'support',
        offeredAt: '2026-11-22T09:00:00.000Z',
        acceptBy,
      },
    },
  };
};
const hear = (heard: Received<typeof SupportRequested>) => receive(heard, { id: heard.id });
const byPerson = (personId: string): Cause => ({
  ...{ by: `person:${personId}`, key: randomUUID(), wantsView: true, caller: caller('support-engineer', personId) },
});
const pageOf = (query: InputOf<typeof listSupportRequests>['query'], who: CallerIdentity) =>
  supportRequestList.page(db(), query, who);
const published = () =>
  db().query<{ type: string }[]>('select j.type from outbox o join journal j using (event_id) order by o.seq');
const caller = (role: CallerIdentity['role'], personId = 'someone'): CallerIdentity => ({
  personId,
  name: personId,
  role,
  roles: [role],
  department: null,
  customerId: null,
  language: 'zh',
});

describe('what dispatch asks', () => {
  it('is in the list once, although it is heard twice and at once', async () => {
    const heard = asked();
    await Promise.all([hear(heard), hear(heard)]);
    await hear({ ...heard, id: randomUUID() });
    const page = await pageOf({ limit: 50 }, caller('support-engineer'));
    expect(page.items).toMatchObject([
      { id: heard.data.supportRequestId, status: 'raised', orderNumber: 'DO-20261122-0001', version: 1 },
    ]);
    expect(page.items[0]?.number).toMatch(/^SQ-\d{8}-\d{4}$/u);
    expect(await published()).toEqual([{ type: 'support.request-opened.v1' }]);
  });
});

describe('two support engineers who take the same request up at once', () => {
  it('one has it, the other is told where it stands', async () => {
    const { data, ...heard } = asked();
    await hear({ ...heard, data });
    const take = (personId: string) =>
      supportRequests.handle(data.supportRequestId, { type: 'accept' }, byPerson(personId));
    const outcomes = await Promise.allSettled([take('hou'), take('long')]);
    const won = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Refusal);
    expect(lost[0]?.reason).toMatchObject({
      code: 'support-request-in-another-step',
      facts: { status: 'accepted', possible: ['answer'] },
    });
    const winner = won[0]?.value.view.acceptedBy?.personId ?? '';
    const loser = winner === 'hou' ? 'long' : 'hou';
    const answer = (personId: string) =>
      supportRequests.handle(data.supportRequestId, { type: 'answer', answer: '恢复出厂设置' }, byPerson(personId));
    await expect(answer(loser)).rejects.toMatchObject({ code: 'not-accepted-by-you' });
    const { view } = await answer(winner);
    expect(view).toMatchObject({ status: 'answered', answer: '恢复出厂设置', answeredBy: { personId: winner } });
    expect((await published()).map(({ type }) => type)).toEqual([
      'support.request-opened.v1',
      'support.handoff-accepted.v1',
      'support.request-answered.v1',
    ]);
  });
});

describe('the list', () => {
  it('shows the most urgent first, page by page', async () => {
    const late = asked('2026-11-22T11:00:00.000Z');
    const soon = asked('2026-11-22T10:00:00.000Z');
    const [taken, older, newer] = [asked(), asked(), asked()];
    for (const heard of [older, newer, late, taken, soon]) await hear(heard);
    for (const { data } of [taken, older, newer]) {
      const accept = { type: 'accept' } as const;
      await supportRequests.handle(data.supportRequestId, accept, byPerson('hou'));
    }
    for (const { data } of [older, newer]) {
      const answer = { type: 'answer', answer: '好' } as const;
      await supportRequests.handle(data.supportRequestId, answer, byPerson('hou'));
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { limit: 2, ...(cursor !== null && { cursor }) };
      const page = await pageOf(query, caller('manager'));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([soon, late, taken, newer, older].map(({ data }) => data.supportRequestId));
  });

  it('shows an engineer only what they raised, and nothing else is there for them', async () => {
    const [own, other] = [asked(undefined, 'zhang'), asked(undefined, 'li')];
    await hear(own);
    await hear(other);
    const page = await pageOf({ limit: 50 }, caller('engineer', 'zhang'));
    expect(page.items.map(({ id }) => id)).toEqual([own.data.supportRequestId]);
    await expect(
      supportRequestReader.one(db(), other.data.supportRequestId, caller('engineer', 'zhang')),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
