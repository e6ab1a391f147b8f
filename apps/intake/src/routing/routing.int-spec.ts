import { describe, expect, it } from '@jest/globals';
import type { Category, EnquiryKind } from '@pledge/contracts';
import type { EnquiryBody, RoutingLine } from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { enquiriesIn } from '../enquiries/enquiries.commands.js';
import { intakeMigrations } from '../migrations/index.js';
import { routingId, routingTablesIn } from './routing.commands.js';
import { previewOf, routeOf, routingOf } from './routing.query.js';
import { firstLines } from './routing.testbed.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const by = { personId: 'admin-1', name: '管理员' };
const cause = (change: Partial<Cause> = {}): Cause => ({
  by: 'person:admin-1',
  key: newId(),
  wantsView: true,
  ...change,
});
const save = (lines: readonly RoutingLine[], change: Partial<Cause> = {}, reason: string | null = null) =>
  routingTablesIn(db().dataSource).handle(routingId, { type: 'change', lines, reason, by }, cause(change));
const enquiries = () => enquiriesIn(db().dataSource, 'Asia/Shanghai');
const networks: RoutingLine = { kind: 'consultation', category: 'network', department: 'archives' };
const withNetworks = [...firstLines.slice(0, 2), networks, ...firstLines.slice(2)];

async function ask(category: Category | undefined, kind: EnquiryKind = 'consultation') {
  const requestId = newId();
  const reportedBy = { name: '王敏', phone: '138 0000 0001', email: null };
  const report: EnquiryBody = {
    ...{
      kind,
      channel: 'hotline',
      language: 'zh',
      reportedBy,
      subject: '如何授权',
      description: `批量 ${randomUUID()}`,
    },
    details: kind === 'how-to' ? { kind, documentWanted: null } : { kind: 'consultation' },
    ...(category && { category }),
  };
  const asked = { customerId: null, siteId: null, equipmentId: null };
  const ids = { promiseId: newId(), publicToken: newId(), envelopeId: newId() };
  const receive = { type: 'receive', requestId, report, reportedBy, asked, recordedBy: by, ids, calendar } as const;
  const { view } = await enquiries().handle(requestId, receive, cause());
  return view;
}

describe('the routing table', () => {
  it('comes with the system, complete', async () => {
    expect(await routingOf(manager())).toMatchObject({
      lines: firstLines,
      version: 1,
      history: [{ version: 1, by: null, reason: null, differences: { length: 8 } }],
    });
  });

  it('keeps every edition, by whom and why', async () => {
    const { view } = await save(withNetworks, {}, '网络改由资料室答复');
    expect(view.lines).toEqual(withNetworks);
    await save(firstLines);
    const { history, version } = await routingOf(manager());
    expect(version).toBe(3);
    expect(history.map((edition) => [edition.version, edition.by?.name ?? null, edition.reason])).toEqual([
      [3, '管理员', null],
      [2, '管理员', '网络改由资料室答复'],
      [1, null, null],
    ]);
    expect(history[1]?.differences).toEqual([
      { kind: 'consultation', category: 'network', before: null, after: 'archives' },
    ]);
  });

  it('is not overwritten by who has not seen the latest', async () => {
    await save(withNetworks, { expectedVersion: 1 });
    await expect(save(firstLines, { expectedVersion: 1 })).rejects.toMatchObject({
      name: 'StaleVersion',
      view: { version: 2, lines: withNetworks },
    });
    expect((await routingOf(manager())).lines).toEqual(withNetworks);
  });

  it('is changed once by two at once who saw the same', async () => {
    const other = firstLines.map((line) =>
      line.kind === 'how-to' ? { ...line, department: 'archives' as const } : line,
    );
    const both = await Promise.allSettled([
      save(withNetworks, { expectedVersion: 1 }),
      save(other, { expectedVersion: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await routingOf(manager())).version).toBe(2);
  });

  it('says of a request where it goes, by the more exact line', async () => {
    await save(withNetworks);
    const [about, other] = [await ask('network'), await ask('parking')];
    expect(await routeOf(manager(), about.id)).toEqual({ edition: 2, line: networks });
    expect(await routeOf(manager(), other.id)).toEqual({ edition: 2, line: firstLines[1] });
    expect(await routeOf(manager(), newId())).toBeUndefined();
  });
});

describe('a preview', () => {
  it('names the open requests that would go elsewhere, and changes nothing', async () => {
    const [first, second] = [await ask('network'), await ask('network')];
    await ask('parking');
    await ask(undefined, 'how-to');
    expect(await previewOf(manager(), withNetworks)).toEqual({
      version: 1,
      differences: [{ kind: 'consultation', category: 'network', before: null, after: 'archives' }],
      moving: [{ kind: 'consultation', category: 'network', before: 'support', after: 'archives', count: 2 }],
      movingCount: 2,
      first: [first, second].map(({ id, number }) => ({ id, number, before: 'support', after: 'archives' })),
      stayingCount: 0,
    });
    expect((await routingOf(manager())).version).toBe(1);
  });

  it('finds those without a category', async () => {
    const { number } = await ask(undefined, 'how-to');
    const lines = firstLines.map((line) =>
      line.kind === 'how-to' ? { ...line, department: 'archives' as const } : line,
    );
    expect(await previewOf(manager(), lines)).toMatchObject({ movingCount: 1, first: [{ number }] });
  });

  it('leaves with a department what it was handed already, and what is closed alone', async () => {
    const { id: requestId } = await ask('network');
    const { id: answered } = await ask('network');
    const toldBy = new Date(Date.now() + 3_600_000).toISOString();
    const ids = { questionId: newId(), promiseId: newId(), handOffId: newId() };
    const refer = { department: 'support', question: '？', reason: '手册里没有', toldBy, ids, calendar } as const;
    await enquiries().handle(requestId, { type: 'refer', requestId, by, ...refer }, cause());
    await enquiries().handle(answered, { type: 'respond', requestId: answered, by, text: '可以' }, cause());
    const confirmation = { how: 'user-confirmed', by: '王敏', note: null } as const;
    await enquiries().handle(answered, { type: 'confirm', requestId: answered, confirmation }, cause());
    expect(await previewOf(manager(), withNetworks)).toMatchObject({ movingCount: 0, first: [], stayingCount: 1 });
    const declined = { department: 'support', state: 'declined', by: '苏倩', text: '不属本部门', at: toldBy } as const;
    const moves = { type: 'referral-moves', requestId, questionId: ids.questionId, ...declined } as const;
    await enquiries().handle(requestId, moves, cause());
    expect(await previewOf(manager(), withNetworks)).toMatchObject({ movingCount: 1, stayingCount: 0 });
  });

  it('refuses the table that could not be saved', async () => {
    await expect(previewOf(manager(), firstLines.slice(1))).rejects.toMatchObject({
      code: 'routing-incomplete',
      pointer: '/lines',
    });
  });
});
