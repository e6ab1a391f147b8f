import { Module } from '@nestjs/common';
import type { Condition, DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, getOf, listOf, on, projectionOf } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';
import { QuestionReferred } from '@pledge/contracts/events';
import type { Question as QuestionView } from '@pledge/contracts/http';
import { getQuestion, listQuestions, questionRoutes } from '@pledge/contracts/http';
import { Commands, numbered } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import type { KeptQuestion, QuestionCommand, QuestionEvent } from './question-state.js';
import { question } from './question.js';
import { isVisible, onlyDepartment } from './question-access.js';

export abstract class Questions extends Commands<QuestionCommand, QuestionEvent, QuestionView> {}

/** As it is read: what it is about besides, for who may know of it. */
type Read = QuestionView & Pick<KeptQuestion['told'], 'kind'>;

function viewOf(id: string, state: KeptQuestion, version: number): Read {
  const { told, number, department, status, handOff, declines, ruled } = state;
  const takenUp = 'takenUp' in state ? state.takenUp : null;
  const answer = 'answer' in state ? state.answer : null;
  return {
    ...{ id, number, requestId: told.requestId, requestNumber: told.number, department, status, kind: told.kind },
    ...{ question: told.question, reason: told.reason, category: told.category, customerName: told.customerName },
    ...{ equipmentModel: told.equipmentModel, askedBy: told.askedBy, referredBy: told.referredBy },
    ...{ referredAt: told.referredAt, acceptBy: handOff.acceptBy, promise: told.promise },
    ...{ acceptedBy: takenUp?.by ?? null, acceptedAt: takenUp?.at ?? null, declines: [...declines], ruled },
    ...{ answer: answer?.text ?? null, answeredBy: (answer && takenUp?.by) ?? null, answeredAt: answer?.at ?? null },
    ...{ knowledge: state.status === 'closed' ? state.knowledge : null, version },
  };
}

const steps = { referred: 0, 'to-rule': 1, declined: 1, accepted: 2, answered: 3, closed: 4 };

/** Open ones by the time they are due, closed ones newest first. */
function urgencyOf(state: KeptQuestion): number {
  if (state.status === 'referred') return Date.parse(state.handOff.acceptBy);
  if (state.status === 'closed') return -Date.parse(state.knowledge.at);
  return Date.parse(state.told.promise.dueAt);
}

export const questions = aggregate('question', question, {
  store: documents('question', 'question_id', {
    number: ({ number }) => number,
    request_id: ({ told }) => told.requestId,
    status: ({ status }) => status,
    department: ({ department }) => department,
    kind: ({ told }) => told.kind,
    taken_up_by: (state) => ('takenUp' in state ? state.takenUp.by.personId : null),
    step: ({ status }) => steps[status],
    urgency: urgencyOf,
  }),
  number: numbered('DQ', 'yearly-gapless'),
  // Who decides about the knowledge base closes every question.
  access: (state, actor, command) =>
    state.status === 'absent' ||
    command === 'close' ||
    isVisible({ department: state.department, kind: state.told.kind }, actor as CallerIdentity),
  view: ({ id, state, version }): QuestionView => viewOf(id, state as KeptQuestion, version),
});

interface Row {
  readonly id: string;
  readonly record: KeptQuestion;
  readonly version: number;
}

const view = projectionOf<Read>({
  from: 'question',
  key: 'question_id',
  select: { id: 'question_id', record: 'record', version: 'version' },
  item: ({ id, record, version }: Row) => viewOf(id, record, version),
});

function visible(caller: CallerIdentity): Condition {
  const only = onlyDepartment(caller);
  return (at) =>
    [
      only === undefined ? 'true' : `department = ${at(only)}`,
      readsComplaints(caller) ? 'true' : `(kind <> 'complaint' or department = ${at(caller.department)})`,
    ].join(' and ');
}

/** Those nobody took up first, then the declined, those at work, those to learn from; the closed last, newest first. */
export const questionList = listOf(listQuestions, view, {
  filters: {
    status: 'status',
    department: 'department',
    requestId: 'request_id',
    mine: (mine, caller) => (mine && caller ? (at) => `taken_up_by = ${at(caller.personId)}` : undefined),
  },
  visible,
  order: [
    ['step', 'asc', 'int'],
    ['urgency', 'asc', 'bigint'],
    ['question_id', 'asc', 'uuid'],
  ],
});
export const questionReader = getOf(getQuestion, view, isVisible);

export const questionReactions: readonly DeclaredReaction<QuestionCommand>[] = [
  on(QuestionReferred, 'support-registers-question', (told) => [told.questionId, { type: 'register', told }]),
];

@Module(
  aggregateModule(questions, Questions, {
    commands: questionRoutes,
    adds: { reassign: ({ timeZone, closures }) => ({ calendar: workCalendar({ timeZone, closures }) }) },
    lists: [questionList],
    gets: [questionReader],
    reactions: questionReactions,
  }),
)
export class QuestionsModule {}
