import { expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { messagingMigrations } from '@pledge/messaging';
import { stamp, workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { batonsIn } from '../batons/batons.commands.js';
import { handOffsIn } from '../hand-offs/hand-offs.commands.js';
import { pageOfHandOffs } from '../hand-offs/hand-offs.query.js';
import { supervisionMigrations } from '../migrations/index.js';
import { promisesIn } from '../promises/promises.commands.js';
import { promiseOf } from '../promises/promises.query.js';
import { QuestionLedgers } from './questions.reactions.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const at = '2026-11-26T01:00:00.000Z';
const manager: CallerIdentity = {
  ...{ personId: 'm', name: '尹丽萍', role: 'manager', roles: ['manager'], department: 'intake' },
  ...{ customerId: null, language: 'zh' },
};
const su = { personId: 'su', name: '苏倩' };

const heard = <Type extends string, Data>(type: Type, data: Data) => {
  const id = newId();
  return [
    { type, id, sequence: 1, at, source: 'support', data },
    { by: `reaction:${type}`, key: id },
  ] as const;
};
const states = async (requestId: string) =>
  (await pageOfHandOffs(db().manager, { limit: 50, requestId }, manager)).items.map(
    ({ to, state }) => `${to} ${state}`,
  );

it('books a question from the decline over the next department to the answer', async () => {
  const [handOffs, promises, batons] = [handOffsIn(db()), promisesIn(db()), batonsIn(db())];
  const ledgers = new QuestionLedgers(handOffs, promises, batons);
  const [requestId, questionId] = [newId(), newId()];
  const offered = (to: 'parts' | 'archives') => ({
    handOffId: newId(),
    subject: { kind: 'question' as const, id: questionId },
    from: 'intake' as const,
    to,
    offeredAt: at,
    acceptBy: '2026-11-26T01:30:00.000Z',
  });
  const [first, second] = [offered('parts'), offered('archives')];
  const question = { questionId, number: 'DQ-2026-0001', requestId, requestNumber: 'CS-1' };

  await ledgers.declined(
    ...heard('support.question-declined.v1' as const, {
      ...question,
      department: 'parts' as const,
      handOffId: first.handOffId,
      reason: '不属本部门',
      by: su,
      declinedAt: at,
      toRule: false,
    }),
  );
  await handOffs.handle(first.handOffId, { type: 'offer', requestId, offer: first }, { by: 'test', key: newId() });
  expect(await states(requestId)).toEqual(['parts declined']);

  const again = { ...question, department: 'archives' as const, by: su, ruled: false, at, handOff: second };
  await ledgers.reassigned(...heard('support.question-reassigned.v1' as const, again));
  const { handOffId, from, to } = second;
  const acceptance = { handOffId, requestId, from, to, acceptedBy: '秦书兰', acceptedAt: at };
  await ledgers.accepted(
    ...heard('support.question-accepted.v1' as const, { ...acceptance, questionId, number: question.number }),
  );
  expect((await states(requestId)).sort()).toEqual(['archives accepted', 'parts declined']);

  const [promiseId, other] = [newId(), newId()];
  const answer = { department: 'archives' as const, answer: '有', answeredBy: su, answeredAt: at };
  const answered = heard('support.question-answered.v1' as const, { ...question, ...answer, promiseId });
  await expect(ledgers.answered(...answered)).rejects.toMatchObject({ name: 'NotYetReceived' });
  for (const one of [promiseId, other]) {
    const stamped = stamp({ promiseId: one, promise: 'answer-question', startedAt: at, owner: 'parts', calendar });
    const start = { type: 'start', about: { requestId, requestNumber: 'CS-1' }, stamped } as const;
    await promises.handle(one, start, { by: 'test', key: newId() });
  }
  await ledgers.answered(...answered);
  expect((await promiseOf(db().manager, promiseId)).state).toBe('kept');
  expect((await promiseOf(db().manager, other)).state).toBe('running');
});
