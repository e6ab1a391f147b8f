import type { HandOff } from '@pledge/contracts';
import {
  QuestionAccepted,
  QuestionAnswered,
  QuestionClosed,
  QuestionDeclined,
  QuestionReassigned,
  QuestionRegistered,
} from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { actorOf, byCommand, byEvent, pendingNumber, personOf, Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import type { KeptQuestion, Question, QuestionCommand, QuestionEvent, ReassignQuestion } from './question-state.js';

const mostDeclines = 2;
const possibleIn = {
  absent: [],
  referred: ['accept', 'decline'],
  declined: ['reassign'],
  'to-rule': ['reassign'],
  accepted: ['answer'],
  answered: ['close'],
  closed: [],
} as const;

const inAnotherStep = ({ status }: Question) =>
  new Refusal('question-in-another-step', { status, possible: possibleIn[status] });

export const question: Decider<QuestionCommand, Question, QuestionEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<QuestionCommand, Question, QuestionEvent>({
    register({ told }, state, { now: registeredAt }) {
      if (state.status !== 'absent') return [];
      const { questionId, requestId, number: requestNumber, department } = told;
      const number = pendingNumber;
      return [
        { type: 'question-received', data: { told, number } },
        QuestionRegistered.of({ questionId, number, requestId, requestNumber, department, registeredAt }),
      ];
    },

    accept(_command, state, given) {
      if (state.status !== 'referred') throw inAnotherStep(state);
      speaksFor(state, given);
      const by = personOf(given);
      const { handOffId, from, to } = state.handOff;
      const { questionId, requestId } = state.told;
      const acceptance = { handOffId, requestId, from, to, acceptedBy: by.name, acceptedAt: given.now };
      return [
        { type: 'question-taken-up', data: { by, at: given.now } },
        QuestionAccepted.of({ ...acceptance, questionId, number: state.number }),
      ];
    },

    decline({ reason }, state, given) {
      if (state.status !== 'referred') throw inAnotherStep(state);
      speaksFor(state, given);
      if (state.ruled) throw new Refusal('ruling-stands');
      const toRule = state.declines.length + 1 >= mostDeclines;
      const decline = { handOffId: state.handOff.handOffId, reason, by: personOf(given), declinedAt: given.now };
      return [QuestionDeclined.of({ ...about(state), ...decline, toRule })];
    },

    reassign(command, state, given) {
      if (state.status !== 'declined' && state.status !== 'to-rule') throw inAnotherStep(state);
      const ruled = state.status === 'to-rule';
      const { department } = command;
      if (ruled && !actorOf(given).roles.includes('manager')) throw new Refusal('manager-rules');
      if (!ruled && state.declines.some((one) => one.department === department)) throw new Refusal('declined-by-them');
      const by = personOf(given);
      const handOff = handOffOf(command, given);
      return [QuestionReassigned.of({ ...about(state), department, by, ruled, at: given.now, handOff })];
    },

    answer({ answer }, state, given) {
      if (state.status !== 'accepted') throw inAnotherStep(state);
      speaksFor(state, given);
      const { by } = state.takenUp;
      if (by.personId !== actorOf(given).personId)
        throw new Refusal('not-accepted-by-you', { status: state.status, acceptedBy: by.name });
      const { promiseId } = state.told.promise;
      return [QuestionAnswered.of({ ...about(state), promiseId, answer, answeredBy: by, answeredAt: given.now })];
    },

    close({ lesson }, state, given) {
      if (state.status !== 'answered') throw inAnotherStep(state);
      const by = personOf(given);
      if (state.takenUp.by.personId === by.personId) throw new Refusal('own-answer', { answeredBy: by.name });
      const { decision, articleId } = lesson;
      return [
        { type: 'question-lesson-learnt', data: { ...lesson, by, at: given.now } },
        QuestionClosed.of({ ...about(state), decision, articleId, by, closedAt: given.now }),
      ];
    },
  }),

  evolve: byEvent<QuestionEvent, Question>({
    'question-received'(_state, { data: { told, number } }) {
      const { department, handOff } = told;
      return { status: 'referred', told, number, department, handOff, declines: [], ruled: false };
    },

    'question-taken-up': (state, { data }) =>
      state.status === 'referred' ? { ...state, status: 'accepted', takenUp: data } : state,

    'support.question-declined.v1'(state, { data: { department, reason, by, declinedAt: at, toRule } }) {
      if (state.status !== 'referred') return state;
      const declines = [...state.declines, { department, reason, by, at }];
      return { ...state, status: toRule ? 'to-rule' : 'declined', declines };
    },

    'support.question-reassigned.v1'(state, { data: { department, handOff, ruled } }) {
      if (state.status !== 'declined' && state.status !== 'to-rule') return state;
      return { ...state, status: 'referred', department, handOff, ruled };
    },

    'support.question-answered.v1': (state, { data: { answer: text, answeredAt: at } }) =>
      state.status === 'accepted' ? { ...state, status: 'answered', answer: { text, at } } : state,

    'question-lesson-learnt': (state, { data }) =>
      state.status === 'answered' ? { ...state, status: 'closed', knowledge: data } : state,

    'support.question-registered.v1': (state) => state,
    'support.question-accepted.v1': (state) => state,
    'support.question-closed.v1': (state) => state,
  }),
};

const about = ({ told, number, department }: KeptQuestion) => ({
  questionId: told.questionId,
  number,
  requestId: told.requestId,
  requestNumber: told.number,
  department,
});

function speaksFor({ department }: KeptQuestion, given: Given): void {
  if (actorOf(given).department !== department) throw new Refusal('not-your-department', { department });
}

function handOffOf({ department, calendar }: ReassignQuestion, given: Given): HandOff {
  const handOffId = given.newId('hand-off');
  const offer = {
    promiseId: handOffId,
    promise: 'accept-handoff',
    startedAt: given.now,
    owner: department,
    calendar,
  } as const;
  const { startedAt: offeredAt, dueAt: acceptBy } = stamp({ ...offer, clock: 'working-days' });
  return {
    handOffId,
    subject: { kind: 'question', id: given.id },
    from: 'intake',
    to: department,
    offeredAt,
    acceptBy,
  };
}
