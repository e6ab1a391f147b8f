import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { enquiryDetails } from '../enquiry.js';
import { chosen, confirmation, person, promiseState, stampedPromise } from '../promise.js';
import {
  category,
  channel,
  day,
  department,
  id,
  impact,
  instant,
  language,
  nature,
  requestKind,
  serviceLine,
  text,
  warrantyState,
  typedLine,
} from '../vocabulary.js';
import { staffAndCustomers } from '../staff.js';
import { attachment } from './intake-envelopes.js';

const route = routesOf('intake');

/** `joined` reports are answered on their own; the problem has one owner, the request they joined. */
export const requestStatus = z.enum(['received', 'responded', 'joined', 'resolved', 'closed']);
export type RequestStatus = z.output<typeof requestStatus>;

export const faultFact = z.enum(['cause', 'occurredAt', 'nature', 'category', 'location', 'impact', 'measuresTaken']);
export type FaultFact = z.output<typeof faultFact>;

export type { PromiseState } from '../promise.js';
export { promiseState } from '../promise.js';

export const request = z.object({
  id,
  number: z.string(),
  kind: requestKind,
  serviceLine,
  channel,
  status: requestStatus,
  reportedBy: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  /** Null for an enquiry of somebody we do not know yet; a fault always has customer and site. */
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  siteId: id.nullable(),
  siteName: z.string().nullable(),
  siteAddress: z.string().nullable(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  receivedAt: instant,
  recordedAt: instant,
  occurredAt: instant.nullable(),
  /** Null for a fault: its description is all it says. */
  subject: z.string().nullable(),
  description: z.string(),
  details: enquiryDetails.nullable(),
  /** The seven facts of S-35 for a fault; null where nobody has said it yet, or where the kind has no such fact. */
  cause: z.string().nullable(),
  nature: nature.nullable(),
  category: category.nullable(),
  location: z.string().nullable(),
  impact: impact.nullable(),
  measuresTaken: z.string().nullable(),
  /** Which of the seven facts are still to be asked for. */
  missing: z.array(faultFact),
  entitlement: z.object({ state: warrantyState.nullable(), endsOn: day.nullable(), chargeable: z.boolean() }),
  language,
  /** Who is responsible now; null once the request is closed. */
  holder: z.object({ department, since: instant }).nullable(),
  promises: z.array(stampedPromise.extend({ state: promiseState, doneAt: instant.nullable() })),
  answer: z.object({ by: person, text: z.string(), respondedAt: instant }).nullable(),
  joinedTo: z.object({ id, number: z.string() }).nullable(),
  /** Reports that were joined to this one. */
  followUps: z.array(z.object({ id, number: z.string(), reporter: z.string(), receivedAt: instant })),
  order: z.object({ id, number: z.string(), status: z.string() }).nullable(),
  /** Whose move it is; null once the request is closed. */
  waitingFor: z.enum(['us', 'user', 'department', 'confirmation']).nullable(),
  /** The agent who has taken it. */
  takenBy: person.nullable(),
  /** The question that was referred to a department, or the matter that supervision has. */
  referral: z
    .object({
      questionId: id.nullable(),
      department,
      state: z.enum(['offered', 'accepted', 'declined', 'answered']),
      reason: z.string().nullable(),
      answer: z.string().nullable(),
      at: instant,
      /** When the department is to have accepted it. */
      acceptBy: instant.nullable(),
      /** Why that department; null where it could be no other, or nobody said. */
      chosen: chosen.nullable(),
    })
    .nullable(),
  /** The earlier request for the same fault that this one shows not to have been effective, and the later one. */
  recurrenceOf: z.object({ id, number: z.string() }).nullable(),
  recurredAs: z.object({ id, number: z.string() }).nullable(),
  verdict: z.enum(['effective', 'not-effective']).nullable(),
  confirmation: confirmation.nullable(),
  /** What the user says against the repair or the answer: it stands until they confirm it, an enquiry is answered once more, or the fault is reported again. */
  disputed: z.object({ by: z.string(), note: z.string(), at: instant }).nullable(),
  closedAt: instant.nullable(),
  version: z.int(),
});
export type Request = z.output<typeof request>;

/** What a report answers: the record, and the key to its progress page. */
export const receipt = request.extend({ publicToken: z.string() });
export type Receipt = z.output<typeof receipt>;

export const timelineEntry = z.object({
  id: z.string(),
  at: instant,
  department,
  /** The event's type, for the words on the screen. */
  type: z.string(),
  /** Who did it, where a person did. */
  by: z.string().nullable(),
  /** What the words need: names, times, quantities. */
  detail: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.output<typeof timelineEntry>;

export const progress = z.object({
  number: z.string(),
  status: requestStatus,
  siteName: z.string().nullable(),
  equipmentName: z.string().nullable(),
  receivedAt: instant,
  joinedTo: z.object({ number: z.string() }).nullable(),
  /** The request that the same fault is handled as since it came again: the repair did not hold. */
  recurredAs: z.object({ number: z.string() }).nullable(),
  /** Like a parcel's: done, current and to come. */
  steps: z.array(
    z.object({
      step: z.enum(['received', 'responded', 'assigned', 'departed', 'arrived', 'restored', 'signed', 'closed']),
      state: z.enum(['done', 'current', 'to-come']),
      at: instant.nullable(),
      expectedAt: instant.nullable(),
      by: z.string().nullable(),
    }),
  ),
  promises: z.array(
    z.object({
      promise: z.string(),
      dueAt: instant,
      state: promiseState,
      doneAt: instant.nullable(),
      provisional: z.boolean(),
    }),
  ),
  answer: z.object({ text: z.string(), respondedAt: instant }).nullable(),
  kind: requestKind,
  subject: z.string().nullable(),
  /** What we asked the user and they have not answered yet. */
  questions: z.array(z.object({ clarificationId: id, question: z.string(), askedAt: instant })),
  conversation: z.array(
    z.object({
      from: z.enum(['us', 'user']),
      text: z.string(),
      at: instant,
      by: z.string(),
      attachments: z.array(attachment.pick({ id: true, name: true, size: true })),
    }),
  ),
  /** Whether the user is asked now if it works. */
  mayConfirm: z.boolean(),
  /** Who said that it works, and when; null while nobody has. */
  confirmed: confirmation.pick({ how: true, by: true, at: true }).nullable(),
});
export type Progress = z.output<typeof progress>;

const one = z.object({ requestId: id });

export const listRequests = route({
  name: 'listRequests',
  method: 'GET',
  path: '/requests',
  may: staffAndCustomers,
  summary: 'Requests, newest first.',
  query: paging.extend({
    status: requestStatus.optional(),
    kind: requestKind.optional(),
    serviceLine: serviceLine.optional(),
    channel: channel.optional(),
    open: z.stringbool().optional(),
    customerId: id.optional(),
    siteId: id.optional(),
    equipmentId: id.optional(),
    phone: typedLine(30).optional(),
    q: typedLine(100).optional(),
  }),
  reply: page(request),
});
export const getRequest = route({
  name: 'getRequest',
  method: 'GET',
  path: '/requests/:requestId',
  may: staffAndCustomers,
  summary: 'One request.',
  params: one,
  reply: request,
});
export const getTimeline = route({
  name: 'getTimeline',
  method: 'GET',
  path: '/requests/:requestId/timeline',
  may: staffAndCustomers,
  summary: 'What all departments did for a request, in order.',
  params: one,
  reply: z.object({ items: z.array(timelineEntry) }),
});
export const respondToRequest = route({
  name: 'respondToRequest',
  method: 'POST',
  path: '/requests/:requestId/respond',
  may: ['agent', 'seat-supervisor'],
  summary: 'Answer the user in substance; an automatic acknowledgement never counts.',
  params: one,
  body: z.object({
    text: text(4000),
    /** Articles the answer rests on. */
    sources: z.array(id).max(10).optional(),
    via: z.enum(['phone', 'email', 'on-site', 'link']).optional(),
  }),
  reply: request,
  refusals: {
    'request-already-answered': 'The user was answered before.',
    'request-closed': 'The request is closed.',
    'article-unknown': 'There is no such article.',
  },
});
export const getProgress = route({
  name: 'getProgress',
  method: 'GET',
  path: '/progress/:publicToken',
  may: 'anyone',
  summary: 'The progress of a request, for whoever holds its public token.',
  params: z.object({ publicToken: z.string().min(16).max(100) }),
  reply: progress,
});
