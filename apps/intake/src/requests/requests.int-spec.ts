import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import type { FaultBody } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { progressOf } from '../timeline/progress.query.js';
import { OrderOpened } from '@pledge/contracts/events';
import { receiverOf } from '@pledge/application/testing';
import { timeline as reactions } from '../timeline/timeline.module.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { requestsIn } from './requests.commands.js';
import { pageOfRequests, receiptOf, requestOf } from './requests.query.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');
const manager = () => db().dataSource.manager;

const customerId = newId();
const siteId = newId();
const equipmentId = newId();
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const agent: CallerIdentity = {
  personId: 'agent-1',
  name: '李娜',
  role: 'agent',
  roles: ['agent'],
  department: 'intake',
  customerId: null,
  language: 'zh',
};

const body: FaultBody = {
  kind: 'fault',
  language: 'zh',
  channel: 'hotline',
  reportedBy: { name: '王敏', phone: '138 0000 0001', email: null },
  description: '主机反复重启，读卡无响应',
  nature: 'equipment',
  category: 'access-control',
  location: '3 号楼一层弱电间',
  impact: 'partial',
};
const cause = (key: string): Cause => ({ by: 'person:agent-1', key, fingerprint: key, wantsView: true });

function report(
  change: Partial<FaultBody> = {},
  key: string = newId(),
  place: Partial<{ siteId: string; equipmentId: string | null }> = {},
) {
  const requestId = newId();
  return requests().handle(
    requestId,
    {
      type: 'receive',
      requestId,
      report: { ...body, ...change },
      reportedBy: body.reportedBy,
      recordedBy: null,
      place: { customerId, siteId, equipmentId, ...place },
      ids: { promiseIds: [newId(), newId(), newId()], handOffId: newId(), publicToken: newId(), envelopeId: newId() },
      calendar,
    },
    cause(key),
  );
}

beforeEach(async () => {
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  await manager().query('insert into customer_copy values ($1, $2, $3)', [
    customerId,
    '申江医院',
    JSON.stringify(terms),
  ]);
  await manager().query('insert into site_copy values ($1, $2, $3, $4, $5)', [
    siteId,
    customerId,
    '门诊楼',
    '浦东新区',
    '浦东',
  ]);
  const equipment = {
    equipmentId,
    customerId,
    siteId,
    name: '门禁主机',
    model: 'HY-AC4000',
    serialNumber: 'S-1',
    commissionedOn: '2025-05-15',
    warrantyMonths: 24,
    extendedUntil: null,
  };
  await manager().query('insert into equipment_copy values ($1, $2, $3, $4, $5)', [
    equipmentId,
    customerId,
    siteId,
    'label-1',
    JSON.stringify(equipment),
  ]);
});

const statuses = async () =>
  (await pageOfRequests(manager(), { limit: 50 }, agent)).items.map(({ status }) => status).sort();

describe('a report', () => {
  it('is stored once however often it is sent, and gets the same answer (invariant 1)', async () => {
    const first = await report({}, 'key-1');
    const second = await report({}, 'key-1');
    expect(second.view).toEqual(first.view);
    expect(second.repeated).toBe(true);
    expect(await statuses()).toEqual(['received']);
  });

  it('of one fault sent ten times at once by ten people is one request and nine joined to it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => report()));
    const views = outcomes.map(({ view }) => view);
    const own = views.filter(({ joinedTo }) => joinedTo === null);
    expect(own).toHaveLength(1);
    expect(views.filter(({ joinedTo }) => joinedTo?.id === own[0]?.id)).toHaveLength(9);
    expect(new Set(views.map(({ number }) => number)).size).toBe(10);
  });

  it('of another device at the site is a request of its own, of an unnamed one it is joined', async () => {
    await report();
    const unnamed = await report({}, newId(), { equipmentId: null });
    expect(unnamed.view.joinedTo).not.toBeNull();
    const elsewhere = await report({ category: 'network', description: '断网' }, newId(), { equipmentId: null });
    expect(elsewhere.view.joinedTo).toBeNull();
  });

  it('after the repair is a new request', async () => {
    const { view } = await report();
    const resolve = {
      type: 'resolve',
      requestId: view.id,
      orderId: newId(),
      resolvedAt: new Date().toISOString(),
    } as const;
    await requests().handle(view.id, resolve, cause(newId()));
    expect((await report()).view.joinedTo).toBeNull();
  });

  it('has one live request at most, whatever else fails: the database refuses the second', async () => {
    const { view } = await report();
    const again = manager().query(
      `insert into request (request_id, number, status, customer_id, site_id, equipment_id, category, phone, received_at,
         public_token, live_key, report, search, version)
       select gen_random_uuid(), 'FR-2', status, customer_id, site_id, equipment_id, category, phone, received_at, 'other',
         live_key, report, search, 1 from request where request_id = $1`,
      [view.id],
    );
    await expect(again).rejects.toThrow(/request_live_key/u);
  });

  it('is refused by the field where its place is unknown or contradicts itself, and nothing is kept of it', async () => {
    await expect(report({}, newId(), { siteId: newId() })).rejects.toMatchObject({
      code: 'site-unknown',
      pointer: '/siteId',
    });
    await expect(report({}, newId(), { equipmentId: newId() })).rejects.toMatchObject({
      code: 'equipment-unknown',
      pointer: '/equipmentId',
    });
    expect(await statuses()).toEqual([]);
  });

  it('carries the number of its day, the place and the warranty', async () => {
    const { view } = await report();
    expect(view.number).toMatch(/^FR-\d{8}-\d{4,}$/u);
    expect(view).toMatchObject({
      customerName: '申江医院',
      siteName: '门诊楼',
      serialNumber: 'S-1',
      holder: { department: 'intake' },
    });
    expect(view.entitlement.endsOn).toBe('2027-05-14');
  });

  it('is answered as it is read ever after, also where it was joined', async () => {
    const first = await report();
    expect(first.view).toEqual(await receiptOf(manager(), first.view.id));
    const joined = await report({ measuresTaken: '断电' });
    expect(joined.view.joinedTo?.id).toBe(first.view.id);
    expect(joined.view).toEqual(await receiptOf(manager(), joined.view.id));
  });
});

describe('those who ask', () => {
  it('find a request by number, phone, serial number or words, and page through without a gap', async () => {
    const { view } = await report();
    for (let n = 0; n < 4; n += 1) await report({ category: 'parking' }, newId(), { equipmentId: null });
    for (const q of [view.number, 's-1', '13800000001', '重启 门诊楼']) {
      const { items } = await pageOfRequests(manager(), { limit: 50, q }, agent);
      expect(items.map(({ id }) => id)).toContain(view.id);
    }
    expect((await pageOfRequests(manager(), { limit: 50, q: '100%' }, agent)).items).toEqual([]);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await pageOfRequests(manager(), { limit: 2, ...(cursor && { cursor }) }, agent);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('find them by kind and by the channel they came on', async () => {
    const { view } = await report();
    const byMail = await report({ channel: 'email' }, newId(), { equipmentId: null });
    const ids = async (query: { kind?: 'fault' | 'consultation'; channel?: 'email' | 'hotline' }) =>
      (await pageOfRequests(manager(), { limit: 50, ...query }, agent)).items.map(({ id }) => id);
    expect(await ids({ channel: 'email' })).toEqual([byMail.view.id]);
    expect(await ids({ channel: 'hotline', kind: 'fault' })).toEqual([view.id]);
    expect(await ids({ kind: 'consultation' })).toEqual([]);
  });

  it('see who has taken one, what is missing of it and whose move it is', async () => {
    const { view } = await report();
    expect(view).toMatchObject({ takenBy: null, missing: ['cause', 'occurredAt', 'measuresTaken'], waitingFor: 'us' });
    const by = { personId: 'agent-1', name: '李娜' };
    const taken = await requests().handle(view.id, { type: 'take', requestId: view.id, by }, cause(newId()));
    expect(taken.view.takenBy).toEqual(by);
    await requests().handle(view.id, { type: 'respond', requestId: view.id, by, text: '工程师已出发' }, cause(newId()));
    expect((await requestOf(manager(), view.id, agent)).takenBy).toEqual(by);
    const given = await requests().handle(view.id, { type: 'release', requestId: view.id, by }, cause(newId()));
    expect(given.view.takenBy).toBeNull();
  });

  it('see what was missing once somebody has pinned it down, on the timeline too (S-35)', async () => {
    const { view } = await report({ category: 'other', nature: 'unknown' }, newId(), { equipmentId: null });
    const by = { personId: 'agent-1', name: '李娜' };
    const facts = { cause: '进水', category: 'network', nature: 'line' } as const;
    const complete = { type: 'complete', requestId: view.id, facts, by } as const;
    const { view: completed } = await requests().handle(view.id, complete, cause(newId()));
    expect(completed).toMatchObject({ ...facts, status: 'received', promises: view.promises });
    expect(completed.missing).toEqual(['occurredAt', 'measuresTaken']);
    expect((await pageOfRequests(manager(), { limit: 50, q: view.number.toLowerCase() }, agent)).items).toHaveLength(1);
    const [, entry] = await timelineOf(manager(), completed);
    expect(entry).toMatchObject({ type: 'intake.facts-completed.v1', by: '李娜', detail: facts });
    // What tells of the category as it is now is joined; what tells of the old one is another fault.
    const same = await report({ category: 'network' }, newId(), { equipmentId: null });
    expect(same.view.joinedTo?.id).toBe(view.id);
    const different = await report({ category: 'other', description: '停电' }, newId(), { equipmentId: null });
    expect(different.view.joinedTo).toBeNull();
  });

  it('see only their own company where they are a customer, and no phone where their role does not need it', async () => {
    const { view } = await report();
    const stranger: CallerIdentity = {
      ...agent,
      role: 'customer-contact',
      roles: ['customer-contact'],
      customerId: newId(),
    };
    await expect(requestOf(manager(), view.id, stranger)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await pageOfRequests(manager(), { limit: 50 }, stranger)).items).toEqual([]);
    const storekeeper: CallerIdentity = { ...agent, role: 'storekeeper', roles: ['storekeeper'] };
    expect((await requestOf(manager(), view.id, storekeeper)).reportedBy.phone).toMatch(/^138\*+0001$/u);
    expect((await requestOf(manager(), view.id, agent)).reportedBy.phone).toBe('138 0000 0001');
  });

  it("follow it by the public token, without anybody's phone", async () => {
    const { view } = await report();
    const progress = await progressOf(manager(), view.publicToken);
    expect(progress).toMatchObject({ number: view.number, status: 'received' });
    expect(JSON.stringify(progress)).not.toMatch(/138/u);
    await expect(progressOf(manager(), 'nobody-was-given-this')).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('see what the other departments did, once, in order of time', async () => {
    const { view } = await report();
    const { id: requestId, number: requestNumber } = view;
    const openedAt = new Date().toISOString();
    const about = { orderId: newId(), number: 'DO-1', requestId, requestNumber, customerId: newId(), siteId: newId() };
    const heard = OrderOpened.of({ ...about, openedAt });
    const receive = receiverOf(() => db().dataSource, [undefined, reactions]);
    const once = newId();
    await receive(heard, { id: once });
    await receive(heard, { id: once });
    const request = await requestOf(manager(), view.id, agent);
    expect(request.order).toEqual({ id: about.orderId, number: 'DO-1', status: 'open' });
    const timeline = await timelineOf(manager(), request);
    expect(timeline.map(({ type }) => type)).toEqual(['intake.request-received.v1', 'dispatch.order-opened.v1']);
  });
});
