import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { person } from '../promise.js';
import { channel, department, id, instant, requestKind, text, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';
import { envelope } from './intake-envelopes.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;

export const queueName = z.enum(['new', 'unclear', 'waiting-for-user', 'call-backs', 'transcribe', 'confirm', 'mine']);
export type QueueName = z.output<typeof queueName>;

/** One line of a queue: an envelope that waits, or a request. */
export const queueItem = z.object({
  type: z.enum(['envelope', 'request']),
  id,
  number: z.string().nullable(),
  channel,
  kind: requestKind.nullable(),
  title: z.string(),
  who: z.string().nullable(),
  phone: z.string().nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  siteName: z.string().nullable(),
  receivedAt: instant,
  /** The next thing that is due. */
  dueAt: instant.nullable(),
  dueWhat: z.string().nullable(),
  overdue: z.boolean(),
  suspicion: envelope.shape.found.shape.suspicion,
  needs: envelope.shape.needs,
  takenBy: person.nullable(),
  /** The department that was asked, or has it, for as long as it has not answered. */
  withDepartment: department.nullable(),
  /** What the user says against the repair or the answer, and nobody has seen to yet. */
  disputed: z.string().nullable(),
  version: z.int(),
});
export type QueueItem = z.output<typeof queueItem>;

const queueFilters = {
  channel: channel.optional(),
  kind: requestKind.optional(),
  customerId: id.optional(),
  overdue: z.stringbool().optional(),
  q: typedLine(100).optional(),
};
export const countQueues = route({
  name: 'countQueues',
  method: 'GET',
  path: '/queues',
  may: staff,
  summary: 'How much is in each queue, and how much of it is overdue.',
  reply: z.object({ items: z.array(z.object({ queue: queueName, count: z.int(), overdue: z.int() })) }),
});
export const listQueue = route({
  name: 'listQueue',
  method: 'GET',
  path: '/queues/:queue',
  may: staff,
  summary: 'A queue, the most urgent first.',
  params: z.object({ queue: queueName }),
  query: paging.extend(queueFilters),
  reply: page(queueItem),
});

/** A filter somebody saved, for themselves or for everybody on the desk. */
export const savedFilter = z.object({
  id,
  name: z.string(),
  queue: queueName,
  /** The query of the page's address. */
  query: z.string(),
  shared: z.boolean(),
  owner: person,
});
export const listSavedFilters = route({
  name: 'listSavedFilters',
  method: 'GET',
  path: '/saved-filters',
  may: desk,
  summary: 'Filters of mine and shared ones.',
  reply: z.object({ items: z.array(savedFilter) }),
});
export const saveFilter = route({
  name: 'saveFilter',
  method: 'POST',
  path: '/saved-filters',
  may: desk,
  status: 201,
  summary: 'Save a filter under a name.',
  body: z.object({ name: text(60), queue: queueName, query: z.string().max(500), shared: z.boolean() }),
  reply: savedFilter,
});
export const deleteFilter = route({
  name: 'deleteFilter',
  method: 'DELETE',
  path: '/saved-filters/:filterId',
  may: desk,
  summary: 'Delete a filter of mine.',
  params: z.object({ filterId: id }),
  reply: z.object({ deleted: z.literal(true) }),
});

/** A form that is being filled in; it survives reload, crash and sign-out. */
export const draft = z.object({
  id,
  title: z.string(),
  envelopeId: id.nullable(),
  data: z.record(z.string(), z.unknown()),
  updatedAt: instant,
  version: z.int(),
});
export type Draft = z.output<typeof draft>;
export const listDrafts = route({
  name: 'listDrafts',
  method: 'GET',
  path: '/drafts',
  may: desk,
  summary: 'My forms that are not sent yet, one a call.',
  reply: z.object({ items: z.array(draft) }),
});
export const keepDraft = route({
  name: 'keepDraft',
  method: 'POST',
  path: '/drafts/:draftId',
  may: desk,
  summary: 'Keep what was typed so far; the newest `savedAt` wins.',
  params: z.object({ draftId: id }),
  body: z.object({
    title: z.string().max(200),
    envelopeId: id.nullish(),
    data: z.record(z.string(), z.unknown()),
    savedAt: instant,
  }),
  reply: draft,
  refusals: { 'draft-too-large': 'A draft has at most 64 KB.' },
});
export const dropDraft = route({
  name: 'dropDraft',
  method: 'DELETE',
  path: '/drafts/:draftId',
  may: desk,
  summary: 'Forget a draft.',
  params: z.object({ draftId: id }),
  reply: z.object({ deleted: z.literal(true) }),
});

/** Who has a record open. Said again every few seconds while the page is open. */
export const lookAt = route({
  name: 'lookAt',
  method: 'POST',
  path: '/looking/:subject/:subjectId',
  may: staff,
  summary: 'Say that I have it open, and hear who else has.',
  params: z.object({ subject: z.enum(['request', 'envelope']), subjectId: id }),
  body: z.object({ editing: z.boolean().default(false), leaving: z.boolean().default(false) }),
  reply: z.object({ others: z.array(person.extend({ since: instant, editing: z.boolean() })) }),
});

const looker = person.extend({ since: instant, editing: z.boolean() });
export const listLooking = route({
  name: 'listLooking',
  method: 'GET',
  path: '/looking',
  may: staff,
  summary:
    'Who of the others has which record open now, and whether anything of the department changed since it was asked last.',
  reply: z.object({
    items: z.array(z.object({ subject: z.enum(['request', 'envelope']), subjectId: id, by: looker })),
    /** Another value than before: something was done since. */
    newest: z.string(),
  }),
});
