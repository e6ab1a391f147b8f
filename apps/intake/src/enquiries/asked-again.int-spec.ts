import { describe, expect, it } from '@jest/globals';
import type { EnquiryBody } from '@pledge/contracts/http';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { balanceOf } from '../envelopes/balance.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { pageOfQueue } from '../queues/queues.query.js';
import { somewhere } from '../requests/reports.testbed.js';
import { twinsOf } from '../requests/twins.query.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { agent, by } from '../desk/agent.testbed.js';
import { calendar, enquiriesBed, nowhere } from './enquiries.testbed.js';
import type { Asked } from './situation.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const source = () => db().dataSource;
const { handle } = enquiriesBed(source);

async function ask(change: Partial<EnquiryBody> = {}, asked: Asked = nowhere) {
  const requestId = newId();
  const report: EnquiryBody = {
    ...{ kind: 'consultation', channel: 'hotline', language: 'zh', subject: '导出录像' },
    description: '上周三门口的录像怎么导出',
    details: { kind: 'consultation' },
    reportedBy: { name: '王敏', phone: '138 0000 0001', email: null },
    ...change,
  };
  const ids = { promiseId: newId(), publicToken: newId(), envelopeId: newId() };
  const { view } = await handle(requestId, {
    ...{ type: 'receive', requestId, report, reportedBy: report.reportedBy, asked, recordedBy: by, ids, calendar },
  });
  return view;
}

describe('an enquiry of the same caller in the same words within minutes', () => {
  it('is joined, a hundred at once are one, each owed an answer, and the books agree', async () => {
    const views = await Promise.all(Array.from({ length: 100 }, () => ask()));
    const own = views.filter(({ joinedTo }) => joinedTo === null);
    expect(own).toHaveLength(1);
    expect(views.filter(({ joinedTo, status }) => joinedTo?.id === own[0]?.id && status === 'joined')).toHaveLength(99);
    expect(new Set(views.flatMap(({ promises }) => promises.map(({ promiseId }) => promiseId))).size).toBe(100);
    const { total } = await balanceOf(source().manager, {});
    expect(total).toMatchObject({ in: 100, newRequest: 1, joined: 99 });
    const { items } = await pageOfQueue(source().manager, 'new', { limit: 200 }, agent);
    expect(items).toHaveLength(100);
  });

  it('is one by mail too, in whatever case the address is written', async () => {
    const mail = (email: string) => ask({ channel: 'email', reportedBy: { name: '王敏', phone: null, email } });
    const first = await mail('wangmin@hospital.example');
    expect((await mail('WangMin@hospital.example')).joinedTo?.id).toBe(first.id);
    expect((await mail('other@hospital.example')).joinedTo).toBeNull();
  });

  it('is another one in other words, of another kind, later, of another customer, or once the first is closed', async () => {
    const [here, there] = [await somewhere(source().manager), await somewhere(source().manager)];
    const first = await ask({}, here);
    const earlier = new Date(Date.now() - 11 * 60_000).toISOString();
    const others = [
      await ask({ description: '道闸抬杆后不落下' }, here),
      await ask({ kind: 'suggestion', details: { kind: 'suggestion', forDepartment: null } }, here),
      await ask({ receivedAt: earlier }, here),
      await ask({}, there),
    ];
    expect(others.map(({ joinedTo }) => joinedTo)).toEqual([null, null, null, null]);
    for (const { id: requestId } of [first, ...others]) {
      await handle(requestId, { type: 'respond', requestId, by, text: '在回放页导出' });
      const confirmation = { how: 'user-confirmed', by: '王敏', note: null } as const;
      await handle(requestId, { type: 'confirm', requestId, confirmation });
    }
    expect((await ask({}, here)).joinedTo).toBeNull();
  });

  it('is another one about another device', async () => {
    const place = await somewhere(source().manager);
    const { equipmentId } = await somewhere(source().manager);
    await source().query(
      'update equipment_copy set customer_id = $2, site_id = $3, data = data || $4::jsonb where equipment_id = $1',
      [equipmentId, place.customerId, place.siteId, JSON.stringify({ siteId: place.siteId })],
    );
    const first = await ask({}, place);
    expect((await ask({}, { ...place, equipmentId })).joinedTo).toBeNull();
    expect((await ask({}, { ...place, equipmentId: null })).joinedTo?.id).toBe(first.id);
  });

  it('is told before it is sent, and as a person decides', async () => {
    const first = await ask();
    const typing = { kind: 'consultation', phone: '13800000001', text: '上周三门口的录像怎么导出？' } as const;
    expect(await twinsOf(source().manager, typing)).toMatchObject([{ id: first.id, joins: true }]);
    const separate = await ask({ twin: { decision: 'separate', reason: '另一路摄像机' } });
    expect(separate.joinedTo).toBeNull();
    const other = await ask({ description: '回放时没有声音' });
    const join = { decision: 'join', requestId: other.id } as const;
    expect((await ask({ twin: join, description: '听不见' })).joinedTo?.id).toBe(other.id);
    const kind = { kind: 'suggestion', details: { kind: 'suggestion', forDepartment: null } } as const;
    await expect(ask({ twin: join, ...kind })).rejects.toMatchObject({ code: 'twin-not-open' });
  });
});

describe('an enquiry that was joined by mistake', () => {
  it('is answered, and is one of its own again with its answer, its clock and its outcome in the books', async () => {
    const first = await ask();
    const { id: requestId, number, promises } = await ask();
    const undo = { type: 'undo-join', requestId, reason: '另一路摄像机', by } as const;
    const { view: answered } = await handle(requestId, { type: 'respond', requestId, by, text: '在回放页导出' });
    expect(answered).toMatchObject({ status: 'joined', answer: { text: '在回放页导出' }, joinedTo: { id: first.id } });
    const { view } = await handle(requestId, undo);
    expect(view).toMatchObject({ status: 'responded', number, joinedTo: null, answer: { text: '在回放页导出' } });
    expect(view.promises.map(({ promiseId, dueAt }) => [promiseId, dueAt])).toEqual(
      promises.map(({ promiseId, dueAt }) => [promiseId, dueAt]),
    );
    const { total, difference } = await balanceOf(source().manager, {});
    expect([total.newRequest, total.joined, difference]).toEqual([2, 0, 0]);
    const told = await timelineOf(source().manager, view);
    expect(told.find(({ type }) => type === 'intake.join-undone.v1')).toMatchObject({ by: by.name });
    await expect(handle(requestId, undo)).rejects.toMatchObject({ code: 'request-not-joined' });
  });
});
