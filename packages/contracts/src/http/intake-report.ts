import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { enquiryDetails } from '../enquiry.js';
import { confirmation, reporter } from '../promise.js';
import {
  category,
  channel,
  department,
  enquiryLine,
  id,
  impact,
  instant,
  language,
  nature,
  requestKind,
  text,
  personName,
  typedLine,
} from '../vocabulary.js';
import { receipt, request } from './intake.js';

const route = routesOf('intake');
const one = z.object({ requestId: id });
const desk = ['agent', 'seat-supervisor'] as const;

/** What every report says, whatever its kind. */
const told = {
  channel,
  reportedBy: reporter,
  customerId: id.optional(),
  siteId: id.optional(),
  equipmentId: id.nullish(),
  /** From the label on the equipment; required of callers who are not signed in. */
  qrToken: z.string().min(8).max(100).optional(),
  /** When it first reached us; the envelope's time where there is one, else now. Never in the future; at most 7 days before, unless the supervisor of the desk says so. */
  receivedAt: instant.optional(),
  language: language.default('zh'),
  /** The envelope this settles. */
  envelopeId: id.optional(),
  attachmentIds: z.array(id).max(20).optional(),
  /** What a person decided about a likely twin; without it the rule decides. */
  twin: z
    .discriminatedUnion('decision', [
      z.object({ decision: z.literal('join'), requestId: id }),
      z.object({
        decision: z.literal('separate'),
        reason: text(300),
        /** Of a fault: the request whose repair did not hold. Else the rule looks for it. */
        recurrenceOf: id.optional(),
      }),
    ])
    .optional(),
};

export const faultBody = z.object({
  ...told,
  kind: z.literal('fault'),
  occurredAt: instant.nullish(),
  description: text(4000),
  cause: text(1000).nullish(),
  nature: nature.default('unknown'),
  /** Category and location are those of the equipment, where it is named and they are left out. */
  category: category.optional(),
  location: text(300).nullish(),
  impact: impact.nullish(),
  measuresTaken: text(2000).nullish(),
});
/** One of the enquiry kinds; `details` are those of the kind, checked against `enquiryDetails`. */
export const enquiryBody = z
  .object({
    ...told,
    kind: requestKind.exclude(['fault']),
    subject: text(200),
    description: text(4000),
    category: category.optional(),
    /** `response` unless told. */
    serviceLine: enquiryLine.optional(),
    details: enquiryDetails,
  })
  .refine(({ kind, details }) => kind === details.kind, {
    path: ['details', 'kind'],
    message: 'is not the kind of the request',
  });
/** Told apart by `kind`, so that what is missing is named by its field. */
export const reportBody = z.discriminatedUnion('kind', [faultBody, enquiryBody]);
export type FaultBody = z.output<typeof faultBody>;
export type EnquiryBody = z.output<typeof enquiryBody>;
export type ReportBody = z.output<typeof reportBody>;

export const reportRequest = route({
  name: 'reportRequest',
  method: 'POST',
  path: '/requests',
  may: 'anyone',
  status: 201,
  summary:
    "Report a fault or make an enquiry: accepted, numbered and promised; or joined to the open request for the same. Callers who are not signed in need the equipment's `qrToken`.",
  body: reportBody,
  reply: receipt,
  refusals: {
    'qr-token-unknown': 'No equipment carries this label.',
    'site-not-of-customer': 'The site belongs to another customer.',
    'equipment-not-at-site': 'The equipment stands at another site.',
    'received-in-future': 'A report cannot have reached us later than now.',
    'received-too-long-ago':
      'A report that reached us more than 7 days ago is to be entered by the supervisor of the desk.',
    'occurred-after-received': 'A fault cannot have occurred after it was reported.',
    'customer-required': 'Say which customer and site, or give the label of the equipment.',
    'category-required': 'Say what the fault is about, or name the equipment.',
    'attachment-unknown': 'There is no such file, or it came with something else; upload it first.',
    'envelope-unknown': 'There is no such envelope.',
    'envelope-settled': 'The envelope has its outcome already.',
    'reported-again': 'The repair that did not hold was reported again before.',
    'verdict-stands': 'The repair that did not hold has its verdict already, or is not of a fault.',
    'twin-not-open': 'The request to join is not open any more, or of another kind.',
    'other-customer': 'The request to join belongs to another customer.',
    'not-a-fault': 'Only a fault has a repair that did not hold.',
    'desk-decides': 'Whether a report tells of a fault again is decided by the hotline.',
  },
});

/** An open request that a report which is being typed may tell of again. */
export const twin = z.object({
  id,
  number: z.string(),
  description: z.string(),
  reporter: z.string(),
  siteName: z.string().nullable(),
  equipmentName: z.string().nullable(),
  receivedAt: instant,
  status: request.shape.status,
  /** Why it is likely, the surest first; `joins` tells that the rule would join it by itself. */
  reasons: z.array(z.enum(['same-equipment', 'same-place', 'same-caller-and-text', 'similar-text', 'recurrence'])),
  joins: z.boolean(),
});
export type Twin = z.output<typeof twin>;

export const findTwins = route({
  name: 'findTwins',
  method: 'GET',
  path: '/twins',
  may: desk,
  summary: 'Requests that a report which is being typed may tell of again, the likeliest first; at most five.',
  query: z.object({
    kind: requestKind.default('fault'),
    customerId: id.optional(),
    siteId: id.optional(),
    equipmentId: id.optional(),
    category: category.optional(),
    phone: typedLine(40).optional(),
    text: typedLine(4000).optional(),
  }),
  reply: z.object({ items: z.array(twin) }),
});

export const undoJoin = route({
  name: 'undoJoin',
  method: 'POST',
  path: '/requests/:requestId/undo-join',
  may: desk,
  summary:
    'Take a report out of the request it was joined to: it is a request of its own again, promised from when it first reached us.',
  params: one,
  body: z.object({ reason: text(300) }),
  reply: request,
  refusals: {
    'request-not-joined': 'The report is not joined to another.',
  },
});
export const takeRequest = route({
  name: 'takeRequest',
  method: 'POST',
  path: '/requests/:requestId/take',
  may: desk,
  summary: 'Take a request: it is in the queue `mine` from now on.',
  params: one,
  reply: request,
  refusals: { 'request-closed': 'The request is closed.' },
});
export const releaseRequest = route({
  name: 'releaseRequest',
  method: 'POST',
  path: '/requests/:requestId/release',
  may: desk,
  summary: 'Give a request back to everybody.',
  params: one,
  reply: request,
  refusals: { 'request-not-taken': 'Nobody has taken it.' },
});

const completable = z
  .object({
    cause: text(1000),
    occurredAt: instant,
    nature: nature.exclude(['unknown']),
    category,
    location: text(300),
    impact,
    measuresTaken: text(2000),
  })
  .partial();
export const completeFacts = route({
  name: 'completeFacts',
  method: 'POST',
  path: '/requests/:requestId/complete-facts',
  may: desk,
  summary: 'Pin down what was missing of a fault (S-35).',
  params: one,
  body: completable.refine((told) => Object.values(told).some((fact) => fact !== undefined), {
    message: 'at least one of the seven facts',
  }),
  reply: request,
  refusals: {
    'not-a-fault': 'Only a fault has these facts.',
    'request-closed': 'The request is closed.',
    'occurred-after-received': 'A fault cannot have occurred after it was reported.',
  },
});

export const confirmRequest = route({
  name: 'confirmRequest',
  method: 'POST',
  path: '/requests/:requestId/confirm',
  may: desk,
  summary:
    'Record that the user, or who stands for them, says that it works; or that they refused to say (S-05). An enquiry is closed by it.',
  params: one,
  body: z.object({
    how: confirmation.shape.how.exclude(['signature', 'silence']),
    by: personName(60),
    note: text(1000).nullish(),
  }),
  reply: request,
  refusals: {
    'request-not-answered': 'The user has not been answered yet.',
    'request-not-resolved': 'The fault is not repaired yet.',
    'request-closed': 'The request is closed.',
    'request-joined': 'It is joined to another request: this is done there.',
    'question-open': 'The question is still with a department.',
    'note-required': 'Say what was refused, or which paper it is.',
  },
});

/** Refer the question of an enquiry to a department; the user was told why and by when (S-78, S-79). */
export const referQuestion = route({
  name: 'referQuestion',
  method: 'POST',
  path: '/requests/:requestId/refer',
  may: desk,
  summary: 'Refer the question to a department; the user was told why and by when (S-78, S-79).',
  params: one,
  body: z.object({
    /** That of the routing table unless told. */
    department: department.exclude(['intake', 'superior']).optional(),
    question: text(4000),
    reason: text(500),
    /** By when the user was told to hear from us; becomes a `told-caller` promise. */
    toldBy: instant,
  }),
  reply: request,
  refusals: {
    'request-closed': 'The request is closed.',
    'request-joined': 'It is joined to another request: this is done there.',
    'not-an-enquiry': 'A fault goes to dispatch; it is not referred.',
    'already-referred': 'The question is with a department already.',
    'told-time-past': 'The time the user was told lies in the past.',
  },
});
export const handOverMatter = route({
  name: 'handOverMatter',
  method: 'POST',
  path: '/requests/:requestId/hand-over',
  may: desk,
  summary: 'Hand a complaint or suggestion to supervision, with everything in it (S-83, S-97).',
  params: one,
  body: z.object({ handled: text(2000).nullish() }),
  reply: request,
  refusals: {
    'request-closed': 'The request is closed.',
    'request-joined': 'It is joined to another request: this is done there.',
    'not-a-matter': 'Only a complaint or a suggestion goes to supervision.',
    'already-handed-over': 'Supervision has it already.',
  },
});
