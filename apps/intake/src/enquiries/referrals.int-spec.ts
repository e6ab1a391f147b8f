import { describe, expect, it } from '@jest/globals';
import { QuestionAnswered, QuestionDeclined, QuestionReassigned } from '@pledge/contracts/events';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { conversationsIn } from '../conversations/conversations.commands.js';
import { conversationOf } from '../conversations/conversations.query.js';
import { intakeMigrations } from '../migrations/index.js';
import { requestOf } from '../requests/requests.query.js';
import { timelineOf } from '../timeline/timeline.query.js';
import { enquiriesIn, Referrals } from './enquiries.commands.js';
import { agent, by } from '../desk/agent.testbed.js';
import { calendar, enquiriesBed } from './enquiries.testbed.js';
import { ReferralReactions } from './referrals.reactions.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const { handle, ask } = enquiriesBed(() => db().dataSource);

describe('a question', () => {
  const refer = async (requestId: string, department?: 'parts') => {
    const ids = { questionId: newId(), promiseId: newId(), handOffId: newId() };
    const toldBy = new Date(Date.now() + 3_600_000).toISOString();
    const said = { question: '能否一次授权？', reason: '手册里没有写', toldBy };
    const { view } = await handle(requestId, { type: 'refer', requestId, by, department, ...said, ids, calendar });
    return { view, questionId: ids.questionId };
  };

  it('goes where the routing table says unless a person chooses, and the timeline says why', async () => {
    const [{ id: first }, { id: second }] = [await ask(), await ask()];
    const { view } = await refer(first);
    expect(view.referral).toMatchObject({ department: 'support', chosen: { by: 'table', edition: 1 } });
    expect((await timelineOf(manager(), view))[1]).toMatchObject({
      type: 'intake.question-offered.v1',
      by: '林小雨',
      detail: { department: 'support', chosen: 'table-kind', acceptBy: view.referral?.acceptBy },
    });
    const chosen = await refer(second, 'parts');
    expect((await timelineOf(manager(), chosen.view))[1]).toMatchObject({
      detail: { department: 'parts', chosen: 'person', tableSays: 'support' },
    });
  });

  describe('and what the user was told of it', () => {
    const asking = (requestId: string) => {
      const ids = { questionId: newId(), promiseId: newId(), handOffId: newId() };
      const toldBy = new Date(Date.now() + 3_600_000).toISOString();
      const said = { question: '能否一次授权？', reason: '手册里没有写', toldBy };
      return { type: 'refer', requestId, by, ...said, ids, calendar } as const;
    };
    const cause = (): Cause => ({ by: 'person:agent-1', key: newId(), fingerprint: 'x', wantsView: true });
    const refer = (requestId: string, why = cause(), toldId: string = newId()) =>
      new Referrals(db().dataSource, 'Asia/Shanghai').refer(asking(requestId), toldId, why);

    it('is kept with it, once however often it is asked', async () => {
      const { id: requestId } = await ask();
      const why = cause();
      const { view } = await refer(requestId, why);
      expect(view.referral).toMatchObject({ state: 'offered', department: 'support' });
      expect((await refer(requestId, why)).view).toEqual(view);
      const { callBacks } = await conversationOf(manager(), requestId);
      expect(callBacks).toMatchObject([{ what: '手册里没有写', toldBy: by, state: 'running' }]);
    });

    it('is not there without it, nor it without that', async () => {
      const { id: requestId } = await ask();
      await expect(refer(requestId, cause(), 'no id at all')).rejects.toThrow();
      expect((await requestOf(manager(), requestId, agent)).referral).toBeNull();
      expect((await refer(requestId)).view.referral?.state).toBe('offered');
    });

    it('waits for whoever is just speaking with the user, and never for each other', async () => {
      const { id: requestId } = await ask();
      const note = { type: 'note', requestId, entryId: newId(), by, text: '已回电' } as const;
      const notes = Array.from({ length: 5 }, () =>
        conversationsIn(db().dataSource).handle(requestId, { ...note, entryId: newId() }, cause()),
      );
      const all = await Promise.allSettled([refer(requestId), ...notes]);
      expect(all.map(({ status }) => status)).toEqual(Array(6).fill('fulfilled'));
    });
  });

  it('that another department is asked waits for that one, and is answered by it', async () => {
    const { id: requestId } = await ask();
    const { view, questionId } = await refer(requestId);
    const reactions = new ReferralReactions(enquiriesIn(db().dataSource, 'Asia/Shanghai'));
    const about = { questionId, number: 'DQ-2026-0001', requestId, requestNumber: view.number };
    const heard = () => ({ id: newId(), sequence: 1, at: '2026-03-02T03:00:00.000Z', source: 'support' as const });
    const cause = () => ({ by: 'bus', key: newId(), fingerprint: '', wantsView: false });
    const at = new Date().toISOString();
    const su = { personId: 'p-su', name: '苏倩' };
    const handOffId = newId();
    const declined = { handOffId, reason: '不属本部门', by: su, declinedAt: at, toRule: false };
    await reactions.questionDeclined(
      { ...QuestionDeclined.of({ ...about, department: 'support', ...declined }), ...heard() },
      cause(),
    );
    expect(await requestOf(manager(), requestId, agent)).toMatchObject({ waitingFor: 'us' });
    const acceptBy = '2026-03-02T03:30:00.000Z';
    const subject = { kind: 'question', id: questionId } as const;
    const handOff = { handOffId, subject, from: 'intake', to: 'archives', offeredAt: at, acceptBy } as const;
    const reassigned = { department: 'archives', by, ruled: false, at, handOff } as const;
    await reactions.questionReassigned({ ...QuestionReassigned.of({ ...about, ...reassigned }), ...heard() }, cause());
    expect(await requestOf(manager(), requestId, agent)).toMatchObject({
      waitingFor: 'department',
      referral: { state: 'offered', department: 'archives', acceptBy, reason: null },
    });
    const answered = {
      department: 'archives',
      promiseId: newId(),
      answer: '见手册',
      answeredBy: su,
      answeredAt: at,
    } as const;
    await reactions.questionAnswered({ ...QuestionAnswered.of({ ...about, ...answered }), ...heard() }, cause());
    const now = await requestOf(manager(), requestId, agent);
    expect(now).toMatchObject({ waitingFor: 'us', referral: { department: 'archives', answer: '见手册' } });
    expect((await timelineOf(manager(), now)).map(({ type, by: who }) => [type, who]).slice(1)).toEqual([
      ['intake.question-offered.v1', '林小雨'],
      ['intake.question-declined.v1', '苏倩'],
      ['intake.question-reassigned.v1', '林小雨'],
      ['intake.question-answered.v1', '苏倩'],
    ]);
  });
});
