import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultBody } from '@pledge/contracts/http';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { balanceOf } from '../envelopes/balance.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { receiving, somewhere } from './reports.testbed.js';
import { requestsIn } from './requests.commands.js';
import type { PlaceAsked } from './situation.js';
import { twinsOf } from './twins.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;

let place: PlaceAsked;
beforeEach(async () => {
  place = await somewhere(manager());
});

async function report(change: Partial<FaultBody> = {}, at: Partial<PlaceAsked> = {}) {
  const [requestId, command] = receiving({ ...place, ...at }, change);
  const cause = { by: `person:${change.channel ?? 'agent'}`, key: newId(), wantsView: true };
  return (await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, cause)).view;
}

describe('reports of one fault', () => {
  it('that come at once, a hundred over three channels, are one request and 99 joined to it, each with its own answer owed', async () => {
    const channels = ['hotline', 'qr', 'api'] as const;
    const views = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        report({ channel: channels[n % 3] ?? 'qr' }, n % 2 === 0 ? {} : { equipmentId: null }),
      ),
    );
    const own = views.filter(({ joinedTo }) => joinedTo === null);
    expect(own).toHaveLength(1);
    expect(views.filter(({ joinedTo }) => joinedTo?.id === own[0]?.id)).toHaveLength(99);
    expect(new Set(views.map(({ number }) => number)).size).toBe(100);
    const respond = views.flatMap(({ promises }) => promises.filter(({ promise }) => promise === 'respond'));
    expect(new Set(respond.map(({ promiseId }) => promiseId)).size).toBe(100);
    const [live] = await manager().query<{ count: string }[]>(
      `select count(*) from request where status in ('received', 'responded')`,
    );
    expect(live?.count).toBe('1');
    const { total } = await balanceOf(manager(), {});
    expect(total).toMatchObject({ in: 100, newRequest: 1, joined: 99 });
  });

  it('of the same caller in the same words within minutes are one, also where their category differs', async () => {
    const description = '三楼网络断了，全部无法上网';
    const first = await report({ category: 'network', description }, { equipmentId: null });
    const again = await report({ category: 'other', description: `${description}！` }, { equipmentId: null });
    expect(again.joinedTo?.id).toBe(first.id);
    const another = await report({ category: 'other', description: '道闸抬杆后不落' }, { equipmentId: null });
    expect(another.joinedTo).toBeNull();
  });
});

describe('a person', () => {
  it('separates what the rule would join: both live, and the next report joins the older', async () => {
    const first = await report();
    const second = await report({ twin: { decision: 'separate', reason: '两台读卡器' } });
    expect(second.joinedTo).toBeNull();
    const third = await report({ twin: { decision: 'separate', reason: '第三台' } });
    expect(third.joinedTo).toBeNull();
    expect((await report()).joinedTo?.id).toBe(first.id);
  });

  it('joins what the rule would not, while it is open and of the same customer', async () => {
    const first = await report();
    const join = { decision: 'join', requestId: first.id } as const;
    const joined = await report({ category: 'network', description: '断网', twin: join }, { equipmentId: null });
    expect(joined.joinedTo?.id).toBe(first.id);
    await expect(report({ twin: { decision: 'join', requestId: joined.id } })).rejects.toMatchObject({
      code: 'twin-not-open',
    });
    place = await somewhere(manager());
    await expect(report({ twin: join })).rejects.toMatchObject({ code: 'other-customer', pointer: '/twin/requestId' });
  });
});

describe('a join that was wrong', () => {
  it('is undone by a named person: a request of its own again, everything back as it was, and the books still agree', async () => {
    const first = await report();
    const joined = await report({ receivedAt: new Date(Date.now() - 600_000).toISOString() });
    const by = { personId: 'xu', name: '许婷婷' };
    const ids = { promiseIds: [newId(), newId()], handOffId: newId() } as const;
    const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
    const undo = { type: 'undo-join', requestId: joined.id, reason: '另一台设备', by, ids, calendar } as const;
    const requests = requestsIn(db().dataSource, 'Asia/Shanghai');
    const { view } = await requests.handle(joined.id, undo, { by: 'person:xu', key: newId(), wantsView: true });
    expect(view).toMatchObject({
      number: joined.number,
      status: 'received',
      joinedTo: null,
      receivedAt: joined.receivedAt,
    });
    expect(view.promises.map(({ promise }) => promise)).toEqual(['respond', 'arrive', 'resolve']);
    expect(view.promises[0]).toEqual(joined.promises[0]);
    const envelopes = await manager().query<object[]>(
      'select type, request_id, number, settled_by from envelope_outcome where number = $1',
      [joined.number],
    );
    expect(envelopes).toEqual([{ type: 'new-request', request_id: joined.id, number: joined.number, settled_by: by }]);
    const { total, difference } = await balanceOf(manager(), {});
    expect([total, difference]).toMatchObject([{ in: 2, newRequest: 2, joined: 0 }, 0]);
    const timeline = await timelineOf(manager(), view);
    expect(timeline.map(({ type }) => type)).toEqual(['intake.request-received.v1', 'intake.join-undone.v1']);
    // Joined to the one that reached us first, which is the one that was taken apart.
    expect((await report()).joinedTo?.id).toBe(joined.id);
    expect(first.joinedTo).toBeNull();
  });
});

describe('whoever types a report', () => {
  it('is shown what it may tell of again, with why, and what the rule would join', async () => {
    const first = await report({ reportedBy: { name: '王敏', phone: '138 0000 0001', email: null } });
    await report();
    const elsewhere = await report({ category: 'parking', description: '道闸抬杆后不落' }, { equipmentId: null });
    const { customerId, siteId, equipmentId } = place;
    const typed = { kind: 'fault', customerId, siteId, equipmentId: equipmentId ?? '' } as const;
    const [likeliest, ...others] = await twinsOf(manager(), { ...typed, text: '主机反复重启', phone: '13800000001' });
    expect(likeliest).toEqual({
      ...{ id: first.id, number: first.number, description: first.description, reporter: '王敏', status: 'received' },
      ...{ siteName: '门诊楼', equipmentName: '门禁主机', receivedAt: first.receivedAt, joins: true },
      reasons: ['same-equipment', 'same-place', 'similar-text'],
    });
    expect(others).toEqual([]);
    const byText = await twinsOf(manager(), { kind: 'fault', customerId, text: '道闸抬杆不落' });
    expect(byText.map(({ id, joins }) => [id, joins])).toEqual([[elsewhere.id, false]]);
  });

  it('is shown what was mended there lately, and nothing of another customer or kind', async () => {
    const { id } = await report();
    const resolve = { type: 'resolve', requestId: id, orderId: newId(), resolvedAt: new Date().toISOString() } as const;
    await requestsIn(db().dataSource, 'Asia/Shanghai').handle(id, resolve, { by: 'dispatch', key: newId() });
    const { customerId, siteId } = place;
    const equipmentId = place.equipmentId ?? '';
    const asked = { kind: 'fault', siteId, equipmentId } as const;
    expect(await twinsOf(manager(), { ...asked, customerId })).toMatchObject([{ id, reasons: ['recurrence'] }]);
    expect(await twinsOf(manager(), { ...asked, customerId: newId() })).toEqual([]);
    expect(await twinsOf(manager(), { ...asked, customerId, kind: 'consultation' })).toEqual([]);
  });
});
