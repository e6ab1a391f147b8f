import { describe, expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { progressOf, requestIdOf } from '../timeline/progress.query.js';
import { conversationsIn } from './conversations.commands.js';
import { callBacksDue, conversationOf } from './conversations.query.js';
import type { ConversationCommand } from './situation.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const by = { personId: 'agent-1', name: '林小雨' };
const cause = (key: string = newId()): Cause => ({ by: 'person:agent-1', key, fingerprint: key, wantsView: true });
const caller = (role: CallerIdentity['role']): CallerIdentity => ({
  ...by,
  role,
  roles: [role],
  department: 'intake',
  customerId: null,
  language: 'zh',
});
const say = async (command: ConversationCommand, key?: string) =>
  (await conversationsIn(db().dataSource).handle(command.requestId, command, cause(key))).view;

async function reported() {
  const [requestId, command] = receiving(await somewhere(manager()));
  const { view } = await requestsIn(db().dataSource, 'Asia/Shanghai').handle(requestId, command, cause());
  return { requestId, publicToken: view.publicToken };
}
const answer = (requestId: string) =>
  requestsIn(db().dataSource, 'Asia/Shanghai').handle(
    requestId,
    { type: 'respond', requestId, by, text: '工程师已在路上', via: 'phone' },
    cause(),
  );
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('the conversation about a request', () => {
  it('tells in order what came in, what we answered and what was said since', async () => {
    const { requestId } = await reported();
    await answer(requestId);
    await say({ type: 'note', requestId, entryId: newId(), by, text: '备件已备好' });
    const entryId = newId();
    await say({ type: 'reply', requestId, entryId, by, text: '预计三点到', via: 'phone' });
    const { entries } = await conversationOf(manager(), requestId);
    expect(entries.map(({ type, direction, text }) => [type, direction, text])).toEqual([
      ['report', 'in', '主机反复重启，读卡无响应'],
      ['answer', 'out', '工程师已在路上'],
      ['note', 'inside', '备件已备好'],
      ['reply', 'out', '预计三点到'],
    ]);
  });

  it('says a thing once, however often it is sent', async () => {
    const { requestId } = await reported();
    const key = newId();
    const note = { type: 'note', requestId, entryId: newId(), by, text: '已回电' } as const;
    await say(note, key);
    await say(note, key);
    const { entries } = await conversationOf(manager(), requestId);
    expect(entries.filter(({ type }) => type === 'note')).toHaveLength(1);
  });

  it('shows who holds the link what we ask, and nothing that stays inside', async () => {
    const { requestId, publicToken } = await reported();
    const clarificationId = newId();
    await say({ type: 'note', requestId, entryId: newId(), by, text: '疑似电源' });
    await say({ type: 'ask', requestId, clarificationId, by, question: '哪一层？', withinMinutes: 60 });
    expect(await requestIdOf(manager(), publicToken)).toBe(requestId);
    const before = await progressOf(manager(), publicToken);
    expect(before.questions).toMatchObject([{ clarificationId, question: '哪一层？' }]);
    await say({ type: 'clarify', requestId, clarificationId, by: null, answer: '三层' });
    const after = await progressOf(manager(), publicToken);
    expect(after.questions).toEqual([]);
    expect(after.conversation.map(({ from, text }) => [from, text])).toEqual([
      ['user', '主机反复重启，读卡无响应'],
      ['us', '哪一层？'],
      ['user', '三层'],
    ]);
  });

  it('sets a timer for what was asked', async () => {
    const { requestId } = await reported();
    const clarificationId = newId();
    await say({ type: 'ask', requestId, clarificationId, by, question: '哪一层？', withinMinutes: 60 });
    const set = await manager().query<{ ref: string }[]>(`select ref from timer where kind = 'clarification'`);
    expect(set).toEqual([{ ref: `${requestId}/${clarificationId}` }]);
  });
});

describe('what callers were told', () => {
  it('is listed by when it is due until it is kept, with the number only for those who call', async () => {
    const first = await reported();
    const second = await reported();
    const tell = (requestId: string, promiseId: string, dueAt: string) =>
      say({ type: 'tell', requestId, promiseId, by, what: '回电', dueAt, calendar });
    const [late, soon] = [newId(), newId()];
    await tell(first.requestId, late, new Date(Date.now() + 7_200_000).toISOString());
    await tell(second.requestId, soon, inAnHour());
    const listed = await callBacksDue(manager(), { limit: 1 }, caller('agent'));
    expect(listed.items).toMatchObject([{ promiseId: soon, state: 'running', phone: '138 0000 0001' }]);
    const rest = await callBacksDue(manager(), { limit: 5, cursor: listed.nextCursor ?? '' }, caller('engineer'));
    expect(rest.items).toMatchObject([{ promiseId: late }]);
    expect(rest.items[0]?.phone).not.toContain('0000 0001');
    const kept = await say({ type: 'keep', requestId: second.requestId, promiseId: soon, by });
    expect(kept.callBacks).toMatchObject([{ state: 'kept' }]);
    const left = await callBacksDue(manager(), { limit: 5 }, caller('agent'));
    expect(left.items.map(({ promiseId }) => promiseId)).toEqual([late]);
  });
});
