import { describe, expect, it } from '@jest/globals';
import type { Department } from '@pledge/contracts';
import {
  QuestionAccepted,
  QuestionAnswered,
  QuestionClosed,
  QuestionDeclined,
  QuestionReassigned,
  QuestionRegistered,
} from '@pledge/contracts/events';
import { pendingNumber } from '@pledge/kernel';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { QuestionCommand, QuestionEvent } from './question-state.js';
import { question } from './question.js';
import { calendar, referred } from './questions.fixtures.js';

const nine = '2026-11-26T01:05:00.000Z';
const ten = '2026-11-26T02:00:00.000Z';
const su = { personId: 'p-su', name: '苏倩' };
const hou = { personId: 'p-hou', name: '侯博文' };
const agent = { personId: 'p-agent', name: '林小雨' };
const newHandOff = '018f7a52-0000-7000-8000-000000000009';

const told = referred();
const number = 'DQ-2026-0001';
const speaking = (person: typeof su, department: Department | null, role = 'buyer') => ({
  ...{ ...person, role, roles: [role], department, customerId: null },
});
const { given } = specFor(question, {
  id: told.questionId,
  actor: speaking(su, 'parts'),
  newId: () => newHandOff,
});
const of = (department: Department | null, person = su) => ({ actor: speaking(person, department) });
const byAgent = { actor: speaking(agent, 'intake', 'agent') };
const byManager = { actor: speaking(agent, null, 'manager') };
const byHou = of('support', hou);
const about = { questionId: told.questionId, number, requestId: told.requestId, requestNumber: told.number };
const ofParts = { ...about, department: 'parts' as const };
const { handOffId, from, to } = told.handOff;

const received: QuestionEvent = { type: 'question-received', data: { told, number } };
const registered = QuestionRegistered.of({ ...ofParts, registeredAt: nine });
const takenUp: QuestionEvent = { type: 'question-taken-up', data: { by: su, at: nine } };
const accepted = QuestionAccepted.of({
  handOffId,
  requestId: told.requestId,
  from,
  to,
  acceptedBy: '苏倩',
  acceptedAt: nine,
  questionId: told.questionId,
  number,
});
const declinedBy = (department: Department, toRule: boolean, id = handOffId) =>
  QuestionDeclined.of({ ...about, department, handOffId: id, reason: '不属本部门', by: su, declinedAt: nine, toRule });
const reassignedTo = (department: Department, ruled: boolean) =>
  QuestionReassigned.of({
    ...about,
    department,
    by: agent,
    ruled,
    at: ten,
    handOff: {
      handOffId: newHandOff,
      subject: { kind: 'question', id: told.questionId },
      from: 'intake',
      to: department,
      offeredAt: ten,
      acceptBy: '2026-11-26T02:30:00.000Z',
    },
  });
const answered = QuestionAnswered.of({
  ...ofParts,
  promiseId: told.promise.promiseId,
  answer: 'HY-AC4000E',
  answeredBy: su,
  answeredAt: ten,
});

const accept = { type: 'accept' } as const;
const decline = { type: 'decline', reason: '不属本部门' } as const;
const answer = { type: 'answer', answer: 'HY-AC4000E' } as const;
type Reassigned = Extract<QuestionCommand, { type: 'reassign' }>['department'];
const reassign = (department: Reassigned): QuestionCommand => ({ type: 'reassign', department, calendar });
const notGeneral = { decision: 'not-general', articleId: null, note: '仅此一处' } as const;

describe('a question that was referred', () => {
  it('is registered once, with its number', () => {
    given()
      .at(nine)
      .when({ type: 'register', told })
      .then(
        { type: 'question-received', data: { told, number: pendingNumber } },
        QuestionRegistered.of({ ...registered.data, number: pendingNumber }),
      );
    given(received).at(ten).when({ type: 'register', told }).thenNothing();
  });
  it('is taken up by name, by whoever speaks for the department (S-79)', () => {
    given(received).at(nine).when(accept).then(takenUp, accepted);
    given(received).at(nine, of('support')).when(accept).thenRefuses('not-your-department');
    given(received).at(nine, of(null)).when(accept).thenRefuses('not-your-department');
    given(received, takenUp).at(nine).when(accept).thenRefuses('question-in-another-step');
  });
  it('is answered by who took it up, which keeps its promise (S-80)', () => {
    given(received, takenUp).at(ten).when(answer).then(answered);
    given(received, takenUp).at(ten, of('parts', hou)).when(answer).thenRefuses('not-accepted-by-you');
    given(received).at(ten).when(answer).thenRefuses('question-in-another-step');
    given(received, takenUp, answered).at(ten).when(answer).thenRefuses('question-in-another-step');
  });
});

describe('declining', () => {
  const once = [received, declinedBy('parts', false)];
  const twice = [...once, reassignedTo('archives', false), declinedBy('archives', true, newHandOff)];

  it('leaves it with the hotline, which asks another department within the hand-off rule', () => {
    given(received).at(nine).when(decline).then(declinedBy('parts', false));
    given(...once)
      .at(ten, byAgent)
      .when(reassign('archives'))
      .then(reassignedTo('archives', false));
    given(...once)
      .at(ten, byAgent)
      .when(reassign('parts'))
      .thenRefuses('declined-by-them');
    given(...once)
      .at(ten)
      .when(accept)
      .thenRefuses('question-in-another-step');
  });
  it('goes to the manager the second time, whose ruling stands', () => {
    given(...once, reassignedTo('archives', false))
      .at(nine, of('archives'))
      .when(decline)
      .then(declinedBy('archives', true, newHandOff));
    given(...twice)
      .at(ten, byAgent)
      .when(reassign('support'))
      .thenRefuses('manager-rules');
    given(...twice)
      .at(ten, byManager)
      .when(reassign('parts'))
      .then(reassignedTo('parts', true));
    given(...twice, reassignedTo('parts', true))
      .at(ten)
      .when(decline)
      .thenRefuses('ruling-stands');
  });
  it('is too late once it was taken up', () =>
    given(received, takenUp).at(ten).when(decline).thenRefuses('question-in-another-step'));
});

describe('what the knowledge base learns (S-81)', () => {
  const learnt: QuestionEvent = { type: 'question-lesson-learnt', data: { ...notGeneral, by: hou, at: ten } };
  const closed = QuestionClosed.of({ ...ofParts, decision: 'not-general', articleId: null, by: hou, closedAt: ten });

  it('is decided by another than who answered, and closes the question', () => {
    given(received, takenUp, answered).at(ten, byHou).when({ type: 'close', lesson: notGeneral }).then(learnt, closed);
    given(received, takenUp, answered).at(ten).when({ type: 'close', lesson: notGeneral }).thenRefuses('own-answer');
  });
  it('is decided once, and not before the answer', () => {
    const close: QuestionCommand = { type: 'close', lesson: notGeneral };
    given(received, takenUp).at(ten, byHou).when(close).thenRefuses('question-in-another-step');
    given(received, takenUp, answered, learnt).at(ten, byHou).when(close).thenRefuses('question-in-another-step');
  });
});

it('whatever is asked in whatever order: nothing is answered untaken, closed unanswered, or declined a third time', () => {
  const by = fc.constantFrom(su, hou);
  const department = fc.constantFrom<Reassigned>('parts', 'archives', 'support');
  const speaker = fc
    .tuple(by, department, fc.constantFrom('buyer', 'manager'))
    .map(([person, theirs, role]) => speaking(person, theirs, role));
  type Asked = QuestionCommand & { readonly actor?: ReturnType<typeof speaking> };
  const said = fc.oneof(
    fc.constantFrom<QuestionCommand>({ type: 'register', told }, { type: 'accept' }, { type: 'answer', answer: 'x' }),
    fc.constantFrom<QuestionCommand>({ type: 'decline', reason: 'x' }, { type: 'close', lesson: notGeneral }),
    department.map(reassign),
  );
  const commands = fc.tuple(said, speaker).map(([command, actor]): Asked => ({ ...command, actor }));
  checkInvariants(
    question,
    commands,
    ({ after, history }) => {
      const times = (type: QuestionEvent['type']) => history.filter((event) => event.type === type).length;
      expect(times('support.question-registered.v1')).toBeLessThanOrEqual(1);
      expect(times('support.question-accepted.v1')).toBeLessThanOrEqual(1);
      expect(times('support.question-answered.v1')).toBeLessThanOrEqual(times('support.question-accepted.v1'));
      expect(times('support.question-closed.v1')).toBeLessThanOrEqual(times('support.question-answered.v1'));
      expect(times('support.question-declined.v1')).toBeLessThanOrEqual(2);
      if (after.status === 'closed') expect(after.knowledge.by).not.toEqual(after.takenUp.by);
      if (after.status === 'accepted' && after.ruled) expect(after.declines).toHaveLength(2);
    },
    {
      walks: 1000,
      maxSteps: 30,
      given: (asked: Asked, now) => givenFor({ now, id: told.questionId, actor: asked.actor, newId: () => newHandOff }),
    },
  );
});
