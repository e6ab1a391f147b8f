import { describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { requestsIn } from '../requests/requests.commands.js';
import { requestOf } from '../requests/requests.query.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { attachmentsIn as filesIn, uploading } from '../attachments/attachments.testbed.js';
import { accountedAt, accountedValues } from './arrivals.store.js';
import type { Contents } from './envelope.js';
import { envelopesIn } from './envelopes.commands.js';
import { EnvelopesController } from './envelopes.controller.js';
import { envelopeFor, pageOfEnvelopes } from './envelopes.query.js';
import { agent, by } from '../desk/agent.testbed.js';
import { cause, contents, storing, totalsOf } from './envelopes.testbed.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const envelopes = () => envelopesIn(db().dataSource);
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');
const stored = (change: Partial<Contents> = {}, key?: string) => storing(db().dataSource, change, key);
const totals = () => totalsOf(manager());

describe('an envelope', () => {
  it('is one however often its source says it, by the database too', async () => {
    const sourceKey = newId();
    await stored({ sourceKey });
    await expect(stored({ sourceKey })).rejects.toMatchObject({ code: '23505' });
    expect(await totals()).toMatchObject({ in: 1, waiting: 1, difference: 0 });
  });

  it('becomes the request that is made of it, which is promised from when it reached us', async () => {
    const place = await somewhere(manager());
    const envelopeId = await stored();
    const { receivedAt } = await envelopeFor(manager(), envelopeId, agent);
    const { view } = await requests().handle(...receiving(place, { envelopeId }), cause());
    expect(view.receivedAt).toBe(receivedAt);
    expect(await envelopeFor(manager(), envelopeId, agent)).toMatchObject({
      status: 'settled',
      outcome: { type: 'new-request', requestId: view.id, number: view.number },
      settledBy: by,
    });
    expect(await totals()).toMatchObject({ in: 1, newRequest: 1, waiting: 0, difference: 0 });
  });

  it('settled once is refused for a second request, at the field, and nothing is left of that', async () => {
    const place = await somewhere(manager());
    const envelopeId = await stored();
    await requests().handle(...receiving(place, { envelopeId }), cause());
    const again = receiving(place, { envelopeId });
    await expect(requests().handle(...again, cause())).rejects.toMatchObject({
      code: 'envelope-settled',
      pointer: '/envelopeId',
    });
    await expect(requestOf(manager(), again[0], agent)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(requests().handle(...receiving(place, { envelopeId: newId() }), cause())).rejects.toMatchObject({
      code: 'envelope-unknown',
    });
  });

  it('has one outcome of ten that are given at once', async () => {
    const place = await somewhere(manager());
    const { view } = await requests().handle(...receiving(place), cause());
    const envelopeId = await stored();
    const reject = { type: 'reject', envelopeId, reason: 'advertising', note: null, by } as const;
    const join = { type: 'join', envelopeId, requestId: view.id, by } as const;
    const settled = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => envelopes().handle(envelopeId, reject, cause())),
      ...Array.from({ length: 4 }, () => envelopes().handle(envelopeId, join, cause())),
      ...Array.from({ length: 2 }, () => requests().handle(...receiving(place, { envelopeId }), cause())),
    ]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { in: came, newRequest, joined, rejected, waiting, difference } = await totals();
    expect([came, newRequest + joined + rejected, waiting, difference]).toEqual([2, 2, 0, 0]);
  });

  it('is refused a second outcome by the database itself', async () => {
    const place = await somewhere(manager());
    const { view } = await requests().handle(...receiving(place), cause());
    const envelopeId = await stored();
    await envelopes().handle(
      envelopeId,
      { type: 'reject', envelopeId, reason: 'advertising', note: null, by },
      cause(),
    );
    const report = {
      ...contents(),
      envelopeId,
      recordedAt: new Date().toISOString(),
      reportedBy: { name: '王敏', phone: '13800000001', email: null },
      ...{ customerId: null, customerName: null, siteId: null, equipmentId: null, equipmentName: null },
      ...{ requestId: view.id, number: view.number, description: view.description, recordedBy: by },
    };
    await expect(manager().query(`with ${accountedAt(1)} select`, [...accountedValues(report)])).rejects.toMatchObject({
      code: '23505',
    });
  });
});

describe('a page that came on paper', () => {
  it('is stored with its picture, waits to be transcribed, and then becomes a request', async () => {
    const place = await somewhere(manager());
    const files = await filesIn(db().dataSource);
    const page = await files.store(uploading('传真', { name: '传真.txt' }));
    const controller = new EnvelopesController(envelopes(), db().dataSource);
    const body = { channel: 'fax', attachmentIds: [page.id], from: { name: '王主任', phone: '021-5555' } } as const;
    const ask = (attachmentIds: string[], key = newId()) =>
      controller.register({ params: {}, query: {}, body: { ...body, attachmentIds } }, agent, cause(key));
    const { view } = await ask([page.id], 'page-1');
    expect(view).toMatchObject({ channel: 'fax', needs: 'transcription', source: '林小雨', attachments: [page] });
    expect((await ask([page.id], 'page-1')).view.id).toBe(view.id);
    await expect(ask([page.id])).rejects.toMatchObject({ code: 'attachment-unknown', pointer: '/attachmentIds/0' });
    await expect(ask([newId()])).rejects.toMatchObject({ code: 'attachment-unknown' });
    const told = { type: 'transcribe', envelopeId: view.id, text: '门禁坏了', name: null, phone: null, by } as const;
    await envelopes().handle(view.id, told, cause());
    await requests().handle(...receiving(place, { envelopeId: view.id, channel: 'fax' }), cause());
    expect(await envelopeFor(manager(), view.id, agent)).toMatchObject({ status: 'settled', attachments: [page] });
  });
});

describe('those who look at what came in', () => {
  it('see addresses only where their role answers users', async () => {
    const envelopeId = await stored();
    expect((await envelopeFor(manager(), envelopeId, agent)).from.email).toBe('wangmin@hospital.example');
    const inspector: CallerIdentity = { ...agent, role: 'inspector', roles: ['inspector'] };
    expect((await envelopeFor(manager(), envelopeId, inspector)).from).toEqual({
      name: '王敏',
      phone: expect.stringMatching(/^138\*+0001$/u),
      email: null,
    });
  });

  it('page through without a gap and find by words', async () => {
    for (let n = 0; n < 5; n += 1) await stored({ text: n === 3 ? '电梯 100% 停' : '门禁' });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await pageOfEnvelopes(manager(), { limit: 2, ...(cursor && { cursor }) }, agent);
      seen.push(...page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(5);
    expect((await pageOfEnvelopes(manager(), { limit: 50, q: '100%' }, agent)).items).toHaveLength(1);
    expect((await pageOfEnvelopes(manager(), { limit: 50, requestId: newId() }, agent)).items).toEqual([]);
  });
});
