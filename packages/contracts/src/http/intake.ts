import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { person, reporter, stampedPromise } from '../promise.js';
import {
  category,
  channel,
  day,
  department,
  id,
  impact,
  instant,
  nature,
  requestKind,
  text,
  warrantyState,
} from '../vocabulary.js';
import { staffAndCustomers } from './archives.js';

const route = routesOf('intake');

/** `joined` reports are answered on their own; the problem has one owner, the request they joined. */
export const requestStatus = z.enum(['received', 'responded', 'joined', 'resolved', 'closed']);
export type RequestStatus = z.output<typeof requestStatus>;

export const promiseState = z.enum(['running', 'at-risk', 'breached', 'paused', 'kept', 'done-late', 'void']);
export type PromiseState = z.output<typeof promiseState>;

export const request = z.object({
  id,
  number: z.string(),
  kind: requestKind,
  channel,
  status: requestStatus,
  reportedBy: z.object({ name: z.string(), phone: z.string() }),
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  siteAddress: z.string(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  receivedAt: instant,
  recordedAt: instant,
  occurredAt: instant.nullable(),
  description: z.string(),
  cause: z.string().nullable(),
  nature,
  category,
  location: z.string(),
  impact,
  measuresTaken: z.string().nullable(),
  entitlement: z.object({ state: warrantyState.nullable(), endsOn: day.nullable(), chargeable: z.boolean() }),
  /** Who is responsible now; null once the request is closed. */
  holder: z.object({ department, since: instant }).nullable(),
  promises: z.array(stampedPromise.extend({ state: promiseState, doneAt: instant.nullable() })),
  answer: z.object({ by: person, text: z.string(), respondedAt: instant }).nullable(),
  joinedTo: z.object({ id, number: z.string() }).nullable(),
  /** Reports that were joined to this one. */
  followUps: z.array(z.object({ id, number: z.string(), reporter: z.string(), receivedAt: instant })),
  order: z.object({ id, number: z.string(), status: z.string() }).nullable(),
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
  siteName: z.string(),
  equipmentName: z.string().nullable(),
  receivedAt: instant,
  joinedTo: z.object({ number: z.string() }).nullable(),
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
});
export type Progress = z.output<typeof progress>;

const one = z.object({ requestId: id });

export const reportBody = z.object({
  kind: z.literal('fault').describe('This version takes faults; the other kinds follow.'),
  channel,
  reportedBy: reporter,
  /** The three may be left out by a report that carries a `qrToken`. */
  customerId: id.optional(),
  siteId: id.optional(),
  equipmentId: id.nullish(),
  /** From the label on the equipment; required of callers who are not signed in. */
  qrToken: z.string().min(8).max(100).optional(),
  /** When the report first reached us; now, unless told. Never in the future, at most 7 days ago. */
  receivedAt: instant.optional(),
  occurredAt: instant.nullish(),
  description: text(4000),
  cause: text(1000).nullish(),
  nature: nature.default('unknown'),
  category,
  location: text(300),
  impact,
  measuresTaken: text(2000).nullish(),
});
export type ReportBody = z.output<typeof reportBody>;

export const reportRequest = route({
  name: 'reportRequest',
  method: 'POST',
  path: '/requests',
  may: 'anyone',
  status: 201,
  summary:
    "Report a fault: accepted, numbered and promised; or joined to the open request for the same fault. Callers who are not signed in need the equipment's `qrToken`.",
  body: reportBody,
  reply: receipt,
  refusals: {
    'qr-token-unknown': 'No equipment carries this label.',
    'site-not-of-customer': 'The site belongs to another customer.',
    'equipment-not-at-site': 'The equipment stands at another site.',
    'received-in-future': 'A report cannot have reached us later than now.',
    'received-too-long-ago': 'A report that reached us more than 7 days ago is to be entered by an administrator.',
    'occurred-after-received': 'A fault cannot have occurred after it was reported.',
    'customer-required': 'Say which customer and site, or give the label of the equipment.',
  },
});

export const listRequests = route({
  name: 'listRequests',
  method: 'GET',
  path: '/requests',
  may: staffAndCustomers,
  summary: 'Requests, newest first.',
  query: paging.extend({
    status: requestStatus.optional(),
    open: z.stringbool().optional(),
    customerId: id.optional(),
    siteId: id.optional(),
    equipmentId: id.optional(),
    phone: z.string().max(30).optional(),
    q: z.string().trim().max(100).optional(),
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
  body: z.object({ text: text(4000) }),
  reply: request,
  refusals: { 'request-already-answered': 'The user was answered before.', 'request-closed': 'The request is closed.' },
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
