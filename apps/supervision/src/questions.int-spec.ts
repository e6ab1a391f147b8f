import { expect, it } from '@jest/globals';
import type { CallerIdentity } from '@pledge/contracts';
import { QuestionAccepted, QuestionAnswered, QuestionDeclined, QuestionReassigned } from '@pledge/contracts/events';
import { commandsOf, messagingMigrations } from '@pledge/messaging';
import { stamp, workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { handOffList, handOffs } from './hand-offs/hand-offs.module.js';
import { ledgersIn } from './ledgers.fixtures.js';
import { supervisionMigrations } from './migrations/index.js';
import type { Ownerships } from './ownerships/ownerships.module.js';
import { holdingsIn, ownerships } from './ownerships/ownerships.module.js';
import { promiseList, promises } from './promises/promises.module.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...supervisionMigrations] });
const db = () => fresh().dataSource;
const zone = 'Asia/Shanghai';
const calendar = workCalendar({ timeZone: zone });
const { receive } = ledgersIn(db);
const at = '2026-11-26T01:00:00.000Z';
const manager: CallerIdentity = {
  ...{ personId: 'm', name: '尹丽萍', role: 'manager', roles: ['manager'], department: 'intake' },
  ...{ customerId: null, language: 'zh' },
};
const su = { personId: 'su', name: '苏倩' };
const cause = () => ({ by: 'test', key: newId() });

const states = async (requestId: string) =>
  (await handOffList.page(db(), { limit: 50, requestId }, manager)).items.map(({ to, state }) => `${to} ${state}`);

it('books a question from the decline over the next department to the answer', async () => {
  const [requestId, questionId] = [newId(), newId()];
  const subject = { kind: 'question', id: questionId, number: null } as const;
  const offered = (to: 'parts' | 'archives') => ({
    ...{ handOffId: newId(), subject, from: 'intake' as const, to },
    ...{ offeredAt: at, acceptBy: '2026-11-26T01:30:00.000Z' },
  });
  const [first, second] = [offered('parts'), offered('archives')];
  const question = { questionId, number: 'DQ-2026-0001', requestId, requestNumber: 'CS-1' };
  const begin = { department: 'intake', from: at, acceptedBy: null } as const;
  const ledger: Ownerships = commandsOf(db(), ownerships, zone);
  await ledger.handle(requestId, { type: 'begin', requestNumber: 'CS-1', period: begin }, cause());

  const declined = { department: 'parts', handOffId: first.handOffId, reason: '不属本部门', by: su } as const;
  await receive(QuestionDeclined.of({ ...question, ...declined, declinedAt: at, toRule: false }));
  const offer = { type: 'offer', requestId, offer: first } as const;
  await commandsOf(db(), handOffs, zone).handle(first.handOffId, offer, cause());
  expect(await states(requestId)).toEqual(['parts declined']);

  const again = { ...question, department: 'archives', by: su, ruled: false, at, handOff: second } as const;
  await receive(QuestionReassigned.of(again));
  const { handOffId, from, to } = second;
  const acceptance = { handOffId, requestId, from, to, acceptedBy: '秦书兰', acceptedAt: at };
  await receive(QuestionAccepted.of({ ...acceptance, questionId, number: question.number }));
  expect((await states(requestId)).sort()).toEqual(['archives accepted', 'parts declined']);

  const [promiseId, other] = [newId(), newId()];
  const answer = { department: 'archives', answer: '有', answeredBy: su, answeredAt: at } as const;
  const answered = QuestionAnswered.of({ ...question, ...answer, promiseId });
  const said = { id: newId() };
  await expect(receive(answered, said)).rejects.toMatchObject({ name: 'NotYetReceived' });
  for (const one of [promiseId, other]) {
    const stamped = stamp({ promiseId: one, promise: 'answer-question', startedAt: at, owner: 'parts', calendar });
    const start = { type: 'start', about: { requestId, requestNumber: 'CS-1', subject }, stamped } as const;
    await commandsOf(db(), promises, zone).handle(one, start, cause());
  }
  await receive(answered, said);
  const listed = await promiseList.page(db(), { limit: 50, subjectId: questionId }, manager);
  expect(Object.fromEntries(listed.items.map(({ id, state }) => [id, state]))).toEqual({
    [promiseId]: 'kept',
    [other]: 'running',
  });
  expect((await holdingsIn(db(), requestId)).map(({ department }) => department)).toEqual([
    'intake',
    'archives',
    'intake',
  ]);
});
