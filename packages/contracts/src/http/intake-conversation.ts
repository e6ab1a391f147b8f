import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { person, stampedPromise } from '../promise.js';
import { channel, id, instant, text } from '../vocabulary.js';
import { staff } from '../staff.js';
import { attachment, uploadAttachment } from './intake-envelopes.js';
import { progress, promiseState } from './intake.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;
const one = z.object({ requestId: id });
const via = z.enum(['phone', 'email', 'on-site', 'link']);
/** Files that were uploaded before, each goes with one thing that is said. */
const attachmentIds = z.array(id).max(10).optional();
const unattached = { 'attachment-unknown': 'There is no such file, or it is used already; upload it first.' };

export const conversationEntry = z.object({
  id,
  requestId: id,
  at: instant,
  /** `acknowledgement` is automatic and never counts as the response; `note` stays inside the house. */
  type: z.enum(['report', 'acknowledgement', 'answer', 'reply', 'user', 'clarification', 'clarified', 'note', 'told']),
  direction: z.enum(['in', 'out', 'inside']),
  channel: channel.nullable(),
  via: via.nullable(),
  by: z.string(),
  text: z.string(),
  attachments: z.array(attachment),
  envelopeId: id.nullable(),
});
export type ConversationEntry = z.output<typeof conversationEntry>;

export const clarification = z.object({
  id,
  question: z.string(),
  askedBy: person,
  askedAt: instant,
  dueAt: instant,
  state: z.enum(['open', 'overdue', 'answered', 'withdrawn']),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
});
export const callBack = z.object({
  promiseId: id,
  what: z.string(),
  toldBy: person,
  toldAt: instant,
  promise: stampedPromise,
  state: promiseState,
  doneAt: instant.nullable(),
});
export type CallBack = z.output<typeof callBack>;

/** What was said between the user and us about one request, its open questions and what the user was told to expect. */
export const conversation = z.object({
  requestId: id,
  entries: z.array(conversationEntry),
  clarifications: z.array(clarification),
  callBacks: z.array(callBack),
  version: z.int(),
});
export type Conversation = z.output<typeof conversation>;

export const getConversation = route({
  name: 'getConversation',
  method: 'GET',
  path: '/requests/:requestId/conversation',
  may: staff,
  summary: 'What was said about a request, oldest first.',
  params: one,
  reply: conversation,
});
const closed = { 'request-closed': 'The request is closed.' };
export const writeReply = route({
  name: 'writeReply',
  method: 'POST',
  path: '/requests/:requestId/replies',
  may: desk,
  summary: 'Write to the user once more, after the first answer.',
  params: one,
  body: z.object({ text: text(4000), via, attachmentIds }),
  reply: conversation,
  refusals: {
    ...closed,
    ...unattached,
    'not-answered-yet': 'Give the first answer first: it stops the clock.',
    'no-address': 'We have no e-mail address of the user.',
  },
});
export const addNote = route({
  name: 'addNote',
  method: 'POST',
  path: '/requests/:requestId/notes',
  may: staff,
  summary: 'Leave a note for colleagues; the user never sees it.',
  params: one,
  body: z.object({ text: text(4000), attachmentIds }),
  reply: conversation,
  refusals: unattached,
});
/** What the user said on the phone, or a file of theirs. */
export const addUserWord = route({
  name: 'addUserWord',
  method: 'POST',
  path: '/requests/:requestId/user-words',
  may: desk,
  summary: 'Write down what the user said about it.',
  params: one,
  body: z.object({ text: text(4000), via, attachmentIds }),
  reply: conversation,
  refusals: { ...closed, ...unattached },
});
export const askClarification = route({
  name: 'askClarification',
  method: 'POST',
  path: '/requests/:requestId/clarifications',
  may: desk,
  summary:
    'Ask the user what is unclear (S-34), by mail where we have an address and always by link; it has a clock of its own.',
  params: one,
  body: z.object({ question: text(1000), withinMinutes: z.int().min(10).max(14_400).default(240) }),
  reply: conversation,
  refusals: closed,
});
export const answerClarification = route({
  name: 'answerClarification',
  method: 'POST',
  path: '/requests/:requestId/clarifications/:clarificationId/answer',
  may: desk,
  summary: 'Record what the user answered.',
  params: one.extend({ clarificationId: id }),
  body: z.object({ answer: text(4000) }),
  reply: conversation,
  refusals: {
    'clarification-unknown': 'There is no such question.',
    'clarification-answered': 'It was answered before.',
  },
});
export const tellCaller = route({
  name: 'tellCaller',
  method: 'POST',
  path: '/requests/:requestId/told',
  may: desk,
  summary: 'Note by when the caller was told to hear from us: a promise with a clock (S-78).',
  params: one,
  body: z.object({ what: text(300), by: instant }),
  reply: conversation,
  refusals: { ...closed, 'told-time-past': 'The time lies in the past.' },
});
export const keepTold = route({
  name: 'keepTold',
  method: 'POST',
  path: '/requests/:requestId/told/:promiseId/done',
  may: desk,
  summary: 'The caller heard what they were told they would hear.',
  params: one.extend({ promiseId: id }),
  body: z.object({ text: text(1000).nullish() }),
  reply: conversation,
  refusals: { 'promise-unknown': 'There is no such promise.', 'promise-over': 'It was kept before.' },
});
export const listCallBacks = route({
  name: 'listCallBacks',
  method: 'GET',
  path: '/call-backs',
  may: staff,
  summary: 'What callers were told and have not heard yet, the most urgent first.',
  query: paging,
  reply: page(
    callBack.extend({ requestId: id, number: z.string(), reporter: z.string(), phone: z.string().nullable() }),
  ),
});

/** By the link of the progress page, without signing in. */
const byLink = z.object({ publicToken: z.string().min(16).max(100) });
export const answerByLink = route({
  name: 'answerByLink',
  method: 'POST',
  path: '/progress/:publicToken/answer',
  may: 'anyone',
  summary: 'Answer what we asked.',
  params: byLink,
  body: z.object({ clarificationId: id, text: text(4000), attachmentIds }),
  reply: progress,
  refusals: {
    ...unattached,
    'clarification-unknown': 'There is no such question.',
    'clarification-answered': 'It was answered before.',
  },
});
export const writeByLink = route({
  name: 'writeByLink',
  method: 'POST',
  path: '/progress/:publicToken/write',
  may: 'anyone',
  summary: 'Add something to the request.',
  params: byLink,
  body: z.object({ text: text(4000), attachmentIds }),
  reply: progress,
  refusals: { ...closed, ...unattached },
});
export const uploadByLink = route({
  name: 'uploadByLink',
  method: 'POST',
  path: '/progress/:publicToken/attachments',
  may: 'anyone',
  status: 201,
  takes: { as: 'file', mediaTypes: ['multipart/form-data'], limit: 26 * 1024 * 1024 },
  summary: 'Upload one file to go with what is written by link; at most 20 a request.',
  params: byLink,
  reply: attachment,
  refusals: { ...uploadAttachment.refusals, ...closed, 'too-many-files': 'No more files are taken by link.' },
});
export const downloadByLink = route({
  name: 'downloadByLink',
  method: 'GET',
  path: '/progress/:publicToken/attachments/:attachmentId',
  may: 'anyone',
  summary: 'The bytes of a file that stands on the progress page, to be saved.',
  params: byLink.extend({ attachmentId: id }),
  produces: 'application/octet-stream',
  reply: z.any(),
});
export const confirmByLink = route({
  name: 'confirmByLink',
  method: 'POST',
  path: '/progress/:publicToken/confirm',
  may: 'anyone',
  summary:
    'Say that it works, which confirms a repair and closes an enquiry; or that it does not, and what is wrong (S-05).',
  params: byLink,
  body: z
    .object({ works: z.boolean(), note: text(1000).optional() })
    .refine(({ works, note }) => works || note !== undefined, { path: ['note'], message: 'say what does not work' }),
  reply: progress,
  refusals: {
    ...closed,
    'request-not-answered': 'The user has not been answered yet.',
    'request-not-resolved': 'The fault is not repaired yet.',
    'question-open': 'The question is still with a department.',
  },
});
