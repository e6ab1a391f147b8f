import { describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { standingOf } from './standing.query.js';
import { agent, by } from '../desk/agent.testbed.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');
const cause = () => ({ by: 'person:agent-1', key: newId(), wantsView: true });

describe('where everything of a caller stands', () => {
  it('is told by the phone however it is written, by the number, and by nothing else of theirs', async () => {
    const [first, report] = receiving(await somewhere(manager()));
    const { view } = await requests().handle(first, report, cause());
    await requests().handle(first, { type: 'respond', requestId: first, by, text: '工程师已出发' }, cause());
    const { items } = await standingOf(manager(), { limit: 50, phone: '+86 138-0000-0001' }, agent);
    expect(items).toMatchObject([
      {
        id: first,
        subject: '主机反复重启，读卡无响应',
        last: { type: 'intake.request-responded.v1', by: '林小雨' },
        nextPromise: { promise: 'arrive' },
      },
    ]);
    const byNumber = await standingOf(manager(), { limit: 50, number: view.number.toLowerCase() }, agent);
    expect(byNumber.items.map(({ id }) => id)).toEqual([first]);
    expect((await standingOf(manager(), { limit: 50, phone: '13999999999' }, agent)).items).toEqual([]);
  });

  it('lists open ones first, page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const [id, command] = receiving(await somewhere(manager()));
      await requests().handle(id, command, cause());
      ids.push(id);
    }
    const done = ids[2] ?? '';
    const at = new Date().toISOString();
    await requests().handle(done, { type: 'resolve', requestId: done, orderId: newId(), resolvedAt: at }, cause());
    const first = await standingOf(manager(), { limit: 2, phone: '13800000001' }, agent);
    const second = await standingOf(
      manager(),
      { limit: 2, phone: '13800000001', cursor: first.nextCursor ?? undefined },
      agent,
    );
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([ids[1], ids[0], done]);
  });
});
