import { describe, expect, it } from '@jest/globals';
import type { ServiceLine } from '@pledge/contracts';
import { MatterSettled } from '@pledge/contracts/events';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { balanceOf } from '../envelopes/balance.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { pageOfRequests, requestOf } from '../requests/requests.query.js';
import { progressOf } from '../timeline/progress.query.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { enquiriesIn } from './enquiries.commands.js';
import { agent, by } from '../desk/agent.testbed.js';
import { calendar, enquiriesBed, nowhere } from './enquiries.testbed.js';
import { ReferralReactions } from './referrals.reactions.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const { handle, ask } = enquiriesBed(() => db().dataSource);

describe('an enquiry', () => {
  it('may come from somebody nobody knows, and is found by its words and its kind', async () => {
    const { id, number, publicToken } = await ask();
    const found = await requestOf(manager(), id, agent);
    expect(found).toMatchObject({
      kind: 'consultation',
      subject: '门禁卡如何批量授权',
      details: { kind: 'consultation' },
      customerId: null,
      missing: [],
      waitingFor: 'us',
      holder: { department: 'intake' },
    });
    expect(number).toMatch(/^RQ-\d{8}-\d{4}$/u);
    const listed = await pageOfRequests(manager(), { limit: 50, kind: 'consultation', q: '批量授权 王敏' }, agent);
    expect(listed.items.map((item) => item.id)).toEqual([id]);
    expect((await progressOf(manager(), publicToken)).steps.map(({ step }) => step)).toEqual([
      'received',
      'responded',
      'closed',
    ]);
  });

  it('is in the books of what came in under the name of who wrote it down', async () => {
    const { id } = await ask();
    const books = await manager().query('select type, settled_by from envelope_outcome where request_id = $1', [id]);
    expect(books).toEqual([{ type: 'new-request', settled_by: by }]);
  });

  it('belongs to the line of service that was named, else to response, as every fault to repair (S-09)', async () => {
    const place = await somewhere(manager());
    const fault = await requestsIn(db().dataSource, 'Asia/Shanghai').handle(...receiving(place), {
      ...{ by: 'person:agent-1', key: newId(), wantsView: true },
    });
    const [first, spare] = [await ask(), await ask('consultation', nowhere, newId(), { serviceLine: 'spares' })];
    const of = async (line: ServiceLine) =>
      (await pageOfRequests(manager(), { limit: 50, serviceLine: line }, agent)).items.map(({ id }) => id);
    expect([await of('repair'), await of('response'), await of('spares'), await of('training')]).toEqual([
      [fault.view.id],
      [first.id],
      [spare.id],
      [],
    ]);
    expect([fault.view.serviceLine, first.serviceLine, spare.serviceLine]).toEqual(['repair', 'response', 'spares']);
  });

  it('is indexed by the store as the database itself would do it', async () => {
    const { id } = await ask();
    const [row] = await manager().query<{ same: boolean }[]>(
      'select grams = search_grams(search) as same from request where request_id = $1',
      [id],
    );
    expect(row).toEqual({ same: true });
  });

  it('knows its site and customer by the equipment alone', async () => {
    const place = await somewhere(manager());
    const view = await ask('consultation', { ...nowhere, equipmentId: place.equipmentId });
    expect(view).toMatchObject({ ...place, customerName: '申江医院', category: 'access-control' });
  });

  it('names the field of what the copies do not know', async () => {
    await expect(ask('consultation', { ...nowhere, siteId: newId() })).rejects.toMatchObject({
      code: 'site-unknown',
      pointer: '/siteId',
    });
  });

  it('is accounted for like every envelope', async () => {
    await ask();
    expect(await balanceOf(manager(), {})).toMatchObject({
      total: { in: 1, newRequest: 1, waiting: 0 },
      difference: 0,
    });
  });

  it('is answered, referred, answered by the department and closed, and its timeline tells so', async () => {
    const { id: requestId } = await ask();
    const questionId = newId();
    const referred = await handle(requestId, {
      type: 'refer',
      requestId,
      by,
      department: 'support',
      question: '能否一次授权？',
      reason: '手册里没有写',
      toldBy: new Date(Date.now() + 3_600_000).toISOString(),
      ids: { questionId, promiseId: newId(), handOffId: newId() },
      calendar,
    });
    expect(referred.view).toMatchObject({
      waitingFor: 'department',
      referral: { questionId, department: 'support', state: 'offered' },
    });
    const at = new Date().toISOString();
    const department = 'support';
    await handle(requestId, {
      type: 'referral-moves',
      requestId,
      questionId,
      department,
      state: 'accepted',
      by: '侯博文',
      text: null,
      at,
    });
    const text = '可用模板导入';
    const moved = { department, state: 'answered', by: '侯博文', text, at } as const;
    await handle(requestId, { type: 'referral-moves', requestId, questionId, ...moved });
    const answered = await handle(requestId, { type: 'respond', requestId, by, text: '可在平台批量导入' });
    expect(answered.view).toMatchObject({
      status: 'responded',
      waitingFor: 'confirmation',
      referral: { answer: text },
    });
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null } as const;
    const { view } = await handle(requestId, { type: 'confirm', requestId, confirmation });
    expect(view).toMatchObject({ status: 'closed', verdict: 'effective', holder: null, confirmation });
    expect((await timelineOf(manager(), view)).map(({ type }) => type)).toEqual([
      'intake.enquiry-received.v1',
      'intake.question-offered.v1',
      'intake.question-accepted.v1',
      'intake.question-answered.v1',
      'intake.request-responded.v1',
      'intake.request-closed.v1',
    ]);
  });
});

describe('a matter', () => {
  it('waits for supervision until it is settled, and its reply is there for the user', async () => {
    const { id: requestId } = await ask('suggestion');
    const handOffId = newId();
    const handedOver = await handle(requestId, {
      type: 'hand-over',
      requestId,
      by,
      handled: null,
      handOffId,
      calendar,
    });
    expect(handedOver.view).toMatchObject({
      waitingFor: 'department',
      referral: { state: 'offered', questionId: null },
    });
    const settled = MatterSettled.of({
      ...{ requestId, requestNumber: handedOver.view.number, promiseId: newId(), reply: '已采纳' },
      ...{ by, settledAt: new Date().toISOString() },
    });
    await new ReferralReactions(enquiriesIn(db().dataSource, 'Asia/Shanghai')).matterSettled(
      { ...settled, id: newId(), sequence: 1, at: settled.data.settledAt, source: 'supervision' },
      { by: 'intake-hears-matter-settled', key: newId(), fingerprint: '', wantsView: false },
    );
    expect(await requestOf(manager(), requestId, agent)).toMatchObject({
      waitingFor: 'us',
      referral: { department: 'supervision', state: 'answered', answer: '已采纳' },
    });
  });
});

describe('suggestions', () => {
  it('are numbered without a gap, also when many come at once and some fail', async () => {
    const many = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => ask('suggestion', n % 3 === 0 ? { ...nowhere, siteId: newId() } : nowhere)),
    );
    const numbers = many.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : [])).sort();
    const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Shanghai' }).format();
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, n) => `SG-${year}-000${String(n + 1)}`));
  });
});
