import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { handOff, handOffAcceptance, person } from '../promise.js';
import { category, day, department, id, instant } from '../vocabulary.js';

const about = { supportRequestId: id, number: z.string(), orderId: id, requestId: id };

export const SupportRequestOpened = defineEvent(
  'support.request-opened.v1',
  "A request for help is in the group's list.",
  z.object({
    ...about,
    orderNumber: z.string(),
    requestNumber: z.string(),
    question: z.string(),
    raisedBy: person,
    raisedAt: instant,
    handOff,
    acceptBy: instant,
    openedAt: instant,
  }),
);

export const SupportHandOffAccepted = defineEvent(
  'support.handoff-accepted.v1',
  'A named support engineer took the question up.',
  handOffAcceptance.extend({ supportRequestId: id }),
);

export const SupportAnswered = defineEvent(
  'support.request-answered.v1',
  'The group gave its advice.',
  z.object({ ...about, answer: z.string(), answeredBy: person, answeredAt: instant }),
);

const question = { questionId: id, number: z.string(), requestId: id, requestNumber: z.string(), department };

export const QuestionRegistered = defineEvent(
  'support.question-registered.v1',
  'A question is in 疑难问题记录表, numbered, for the department to accept.',
  z.object({ ...question, registeredAt: instant }),
);
export const QuestionAccepted = defineEvent(
  'support.question-accepted.v1',
  'A named person of the department took the question up: the department holds the request until it answers.',
  handOffAcceptance.extend({ questionId: id, number: z.string() }),
);
export const QuestionDeclined = defineEvent(
  'support.question-declined.v1',
  'The department declined, with a reason; after the second decline the manager rules, and the ruling cannot be declined.',
  z.object({ ...question, handOffId: id, reason: z.string(), by: person, declinedAt: instant, toRule: z.boolean() }),
);
export const QuestionReassigned = defineEvent(
  'support.question-reassigned.v1',
  'Another department is asked: by the hotline after a decline, or by ruling of the manager.',
  z.object({ ...question, by: person, ruled: z.boolean(), at: instant, handOff }),
);
export const QuestionAnswered = defineEvent(
  'support.question-answered.v1',
  'The department answered; the hotline holds the request again and answers the user.',
  z.object({
    ...question,
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
    ...question,
    decision: z.enum(['new-article', 'article-updated', 'already-known', 'not-general']),
    articleId: id.nullable(),
    by: person,
    closedAt: instant,
  }),
);

export const ArticlePublished = defineEvent(
  'support.article-published.v1',
  'An article is in 业务资料数据库, or a newer version of it.',
  z.object({
    articleId: id,
    edition: z.int().positive(),
    title: z.object({ zh: z.string(), en: z.string() }),
    body: z.object({ zh: z.string(), en: z.string() }),
    category,
    /** Further words by which it is found. */
    keywords: z.array(z.string()),
    appliesTo: z.array(z.string()),
    source: z.string(),
    owner: z.string(),
    reviewBy: day,
    /** The question it was learnt from. */
    questionId: id.nullable(),
    publishedAt: instant,
  }),
);
export const ArticleWithdrawn = defineEvent(
  'support.article-withdrawn.v1',
  'An article is no longer to be answered from.',
  z.object({ articleId: id, reason: z.string(), by: person, withdrawnAt: instant }),
);
