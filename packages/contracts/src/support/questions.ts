import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { handOff, handOffAcceptance, person, stampedPromise } from '../promise.js';
import { staff } from '../staff.js';
import type { Role } from '../vocabulary.js';
import { category, department, id, instant, text } from '../vocabulary.js';
import { articleBody, articleWithdrawn } from './articles.js';

const route = routesOf('support');

/** Whoever works in a department that can be asked; the service lets each see and answer only what was referred to theirs. */
export const answerers: readonly Role[] = [
  'support-engineer',
  'trainer',
  'dispatcher',
  'engineer',
  'storekeeper',
  'buyer',
  'materials-manager',
  'archivist',
  'project-engineer',
  'quality-supervisor',
  'customer-specialist',
  'manager',
];
const desk = ['agent', 'seat-supervisor', 'manager'] as const;

/** Who can be asked. */
export const askedDepartment = department.exclude(['intake', 'superior']);

export const question = z.object({
  id,
  /** `DQ-2026-0001`, gapless per year: 疑难问题记录表. */
  number: z.string(),
  requestId: id,
  requestNumber: z.string(),
  department,
  status: z.enum(['referred', 'declined', 'to-rule', 'accepted', 'answered', 'closed']),
  question: z.string(),
  reason: z.string(),
  category: category.nullable(),
  customerName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  askedBy: z.string(),
  referredBy: person,
  referredAt: instant,
  acceptBy: instant,
  /** Answer within one working day (S-80). */
  promise: stampedPromise,
  acceptedBy: person.nullable(),
  acceptedAt: instant.nullable(),
  /** Earlier declines, oldest first. */
  declines: z.array(z.object({ department, reason: z.string(), by: person, at: instant })),
  ruled: z.boolean(),
  answer: z.string().nullable(),
  answeredBy: person.nullable(),
  answeredAt: instant.nullable(),
  knowledge: z
    .object({
      decision: z.enum(['new-article', 'article-updated', 'already-known', 'not-general']),
      articleId: id.nullable(),
      note: z.string().nullable(),
      by: person,
      at: instant,
    })
    .nullable(),
  version: z.int(),
});
export type Question = z.output<typeof question>;

const aboutQuestion = { questionId: id, number: z.string(), requestId: id, requestNumber: z.string(), department };

export const QuestionRegistered = defineEvent(
  'support.question-registered.v1',
  'A question is in 疑难问题记录表, numbered, for the department to accept.',
  z.object({ ...aboutQuestion, registeredAt: instant }),
);

export const QuestionAccepted = defineEvent(
  'support.question-accepted.v1',
  'A named person of the department took the question up: the department holds the request until it answers.',
  handOffAcceptance.extend({ questionId: id, number: z.string() }),
);

export const QuestionDeclined = defineEvent(
  'support.question-declined.v1',
  'The department declined, with a reason; after the second decline the manager rules, and the ruling cannot be declined.',
  z.object({
    ...aboutQuestion,
    handOffId: id,
    reason: z.string(),
    by: person,
    declinedAt: instant,
    toRule: z.boolean(),
  }),
);

export const QuestionReassigned = defineEvent(
  'support.question-reassigned.v1',
  'Another department is asked: by the hotline after a decline, or by ruling of the manager.',
  z.object({ ...aboutQuestion, by: person, ruled: z.boolean(), at: instant, handOff }),
);

export const QuestionAnswered = defineEvent(
  'support.question-answered.v1',
  'The department answered; the hotline holds the request again and answers the user.',
  z.object({
    ...aboutQuestion,
    /** Of `answer-question`, which is kept by this. */
    promiseId: id,
    answer: z.string(),
    answeredBy: person,
    answeredAt: instant,
  }),
);

export const QuestionClosed = defineEvent(
  'support.question-closed.v1',
  'The knowledge decision is made: no answer stays unlearned.',
  z.object({
    ...aboutQuestion,
    decision: z.enum(['new-article', 'article-updated', 'already-known', 'not-general']),
    articleId: id.nullable(),
    by: person,
    closedAt: instant,
  }),
);

export const questionEvents = {
  QuestionRegistered,
  QuestionAccepted,
  QuestionDeclined,
  QuestionReassigned,
  QuestionAnswered,
  QuestionClosed,
};

export const listQuestions = route({
  name: 'listQuestions',
  method: 'GET',
  path: '/questions',
  may: staff,
  summary: 'Questions that were referred, the most urgent first.',
  query: paging.extend({
    status: question.shape.status.optional(),
    department: department.optional(),
    requestId: id.optional(),
    mine: z.stringbool().optional(),
  }),
  reply: page(question),
});
export const getQuestion = route({
  name: 'getQuestion',
  method: 'GET',
  path: '/questions/:questionId',
  may: staff,
  summary: 'One question.',
  params: z.object({ questionId: id }),
  reply: question,
});

const record = defineRecord({ service: 'support', path: '/questions', key: 'questionId', reply: question });
const wrongStep = {
  'question-in-another-step': {
    zh: '该疑难问题当前不在此步骤，请刷新后查看。',
    en: 'The question is in another step.',
  },
};
const others = { 'not-your-department': { zh: '该问题转交给了其他部门。', en: 'Another department was asked.' } };

export const acceptQuestion = command(record, 'accept', {
  name: 'acceptQuestion',
  may: answerers,
  summary: 'Take it up for the department, by name.',
  refusals: { ...wrongStep, ...others },
});
export const declineQuestion = command(record, 'decline', {
  name: 'declineQuestion',
  may: answerers,
  summary: 'Decline, with a reason; the second decline goes to the manager.',
  body: z.object({ reason: text(500) }),
  refusals: {
    ...wrongStep,
    ...others,
    'ruling-stands': {
      zh: '经理已裁定由本部门答复，不能再退回。',
      en: 'The manager has ruled: it cannot be declined.',
    },
  },
});
export const reassignQuestion = command(record, 'reassign', {
  name: 'reassignQuestion',
  may: desk,
  summary: 'Ask another department after a decline; after the second one the manager rules.',
  body: z.object({ department: askedDepartment }),
  refusals: {
    ...wrongStep,
    'manager-rules': { zh: '已被退回两次，须由经理裁定。', en: 'It was declined twice: the manager rules.' },
    'declined-by-them': {
      zh: '该部门已退回过此问题，请转交其他部门。',
      en: 'That department has declined it.',
    },
  },
});
export const answerQuestion = command(record, 'answer', {
  name: 'answerQuestion',
  may: answerers,
  summary: 'Answer for the department (S-80).',
  body: z.object({ answer: text(8000) }),
  refusals: {
    ...wrongStep,
    ...others,
    'not-accepted-by-you': {
      zh: '该问题由本部门另一位同事受理，应由其答复。',
      en: 'Somebody else of the department has taken it up and is to answer.',
    },
  },
});
export const questionRoutes = {
  accept: acceptQuestion,
  decline: declineQuestion,
  reassign: reassignQuestion,
  answer: answerQuestion,
};

/** No answer unlearned: a question closes with a decision about the knowledge base (S-81). */
export const decideKnowledge = command(record, 'decide', {
  name: 'decideKnowledge',
  may: ['support-engineer', 'trainer'],
  summary: 'Decide what the knowledge base learns of it, and close the question.',
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('new-article'), article: articleBody }),
    z.object({ decision: z.literal('article-updated'), articleId: id, article: articleBody }),
    z.object({ decision: z.literal('already-known'), articleId: id }),
    z.object({ decision: z.literal('not-general'), note: text(500) }),
  ]),
  refusals: {
    ...wrongStep,
    ...articleWithdrawn,
    'article-unknown': { zh: '没有这份资料。', en: 'There is no such article.' },
    'own-answer': { zh: '答复人不能审核自己的答复。', en: 'Who answered does not review it.' },
  },
});
