import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { person, stampedPromise } from '../promise.js';
import type { Role } from '../vocabulary.js';
import { category, department, id, instant, text } from '../vocabulary.js';
import { staff } from '../staff.js';
import { articleBody } from './support-articles.js';

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

const one = z.object({ questionId: id });
const wrongStep = { 'question-in-another-step': 'The question is in another step; the answer says which.' };
const others = { 'not-your-department': 'Another department was asked.' };
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
  params: one,
  reply: question,
});
export const acceptQuestion = route({
  name: 'acceptQuestion',
  method: 'POST',
  path: '/questions/:questionId/accept',
  may: answerers,
  summary: 'Take it up for the department, by name.',
  params: one,
  reply: question,
  refusals: { ...wrongStep, ...others },
});
export const declineQuestion = route({
  name: 'declineQuestion',
  method: 'POST',
  path: '/questions/:questionId/decline',
  may: answerers,
  summary: 'Decline, with a reason; the second decline goes to the manager.',
  params: one,
  body: z.object({ reason: text(500) }),
  reply: question,
  refusals: { ...wrongStep, ...others, 'ruling-stands': 'The manager has ruled: it cannot be declined.' },
});
export const reassignQuestion = route({
  name: 'reassignQuestion',
  method: 'POST',
  path: '/questions/:questionId/reassign',
  may: desk,
  summary: 'Ask another department after a decline; after the second one the manager rules.',
  params: one,
  body: z.object({ department: askedDepartment }),
  reply: question,
  refusals: {
    ...wrongStep,
    'manager-rules': 'It was declined twice: the manager rules.',
    'declined-by-them': 'That department has declined it.',
  },
});
export const answerQuestion = route({
  name: 'answerQuestion',
  method: 'POST',
  path: '/questions/:questionId/answer',
  may: answerers,
  summary: 'Answer for the department (S-80).',
  params: one,
  body: z.object({ answer: text(8000) }),
  reply: question,
  refusals: { ...wrongStep, ...others, 'not-accepted-by-you': 'Somebody else of the department has taken it up.' },
});

/** No answer unlearned: a question closes with a decision about the knowledge base (S-81). */
export const decideKnowledge = route({
  name: 'decideKnowledge',
  method: 'POST',
  path: '/questions/:questionId/decide',
  may: ['support-engineer', 'trainer'],
  summary: 'Decide what the knowledge base learns of it, and close the question.',
  params: one,
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('new-article'), article: articleBody }),
    z.object({ decision: z.literal('article-updated'), articleId: id, article: articleBody }),
    z.object({ decision: z.literal('already-known'), articleId: id }),
    z.object({ decision: z.literal('not-general'), note: text(500) }),
  ]),
  reply: question,
  refusals: {
    ...wrongStep,
    'article-unknown': 'There is no such article.',
    'article-withdrawn': 'The article was withdrawn.',
    'own-answer': 'Who answered does not review it.',
  },
});
