import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { enquiryDetails } from '../enquiry.js';
import { chosen, handOff, person, reporterTold, stampedPromise } from '../promise.js';
import {
  category,
  channel,
  department,
  enquiryKind,
  enquiryLine,
  id,
  instant,
  language,
  requestKind,
} from '../vocabulary.js';

const about = { requestId: id, number: z.string() };

const enquiry = {
  ...about,
  kind: enquiryKind,
  channel,
  reportedBy: reporterTold,
  /** Null where the user is nobody we know yet. */
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  siteId: id.nullable(),
  siteName: z.string().nullable(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  category: category.nullable(),
  /** `response` where it is left out (S-09). */
  serviceLine: enquiryLine.optional(),
  receivedAt: instant,
  recordedAt: instant,
  subject: z.string(),
  description: z.string(),
  details: enquiryDetails,
  promises: z.array(stampedPromise),
  publicToken: z.string(),
  envelopeId: id.optional(),
  /** `Message-ID` of the mail it came by: what we send about it answers that mail. */
  mailId: z.string().optional(),
  /** Who of us wrote it down; null where the asker did. */
  recordedBy: person.nullable().optional(),
  language,
};
const other = z.object({ requestId: id, number: z.string() });

export const EnquiryReceived = defineEvent(
  'intake.enquiry-received.v1',
  'A request other than a fault was accepted, numbered and promised; the hotline holds it.',
  z.object({
    ...enquiry,
    /** The open enquiry that the rule would have joined it to, or that it was joined to, and why a person said that it is another. */
    separated: z.object({ from: other, reason: z.string(), by: person.nullable() }).optional(),
  }),
);

export const EnquiryJoined = defineEvent(
  'intake.enquiry-joined.v1',
  'What somebody asks is asked already: it was joined to the open enquiry; whoever asked has a respond clock of their own.',
  z.object({ ...enquiry, joinedTo: other }),
);

export const QuestionReferred = defineEvent(
  'intake.question-referred.v1',
  'The knowledge base holds no answer: the user was told why and by when, and a department is asked (S-78, S-79).',
  z.object({
    ...about,
    questionId: id,
    kind: enquiryKind,
    department,
    question: z.string(),
    /** Why there is no answer yet, as the user was told. */
    reason: z.string(),
    category: category.nullable(),
    customerName: z.string().nullable(),
    equipmentModel: z.string().nullable(),
    askedBy: z.string(),
    referredBy: person,
    referredAt: instant,
    /** `answer-question`, owned by the department. */
    promise: stampedPromise,
    handOff,
    /** Why that department. */
    chosen: chosen.optional(),
  }),
);

export const MatterHandedOver = defineEvent(
  'intake.matter-handed-over.v1',
  'A complaint or suggestion that could not be settled at once is offered to supervision, with everything in it (S-83, S-97).',
  z.object({
    ...about,
    kind: z.enum(['complaint', 'suggestion']),
    channel,
    reportedBy: reporterTold,
    customerId: id.nullable(),
    customerName: z.string().nullable(),
    subject: z.string(),
    description: z.string(),
    details: enquiryDetails,
    /** What the hotline said and did so far. */
    handled: z.string().nullable(),
    receivedAt: instant,
    handedOverBy: person,
    handedOverAt: instant,
    /** `settle-complaint` or `reply-suggestion`; it starts when supervision accepts. */
    handOff,
  }),
);

export const CallerTold = defineEvent(
  'intake.caller-told.v1',
  'A person told a caller by when they will hear from us: a promise of its own (S-78).',
  z.object({ ...about, promise: stampedPromise, what: z.string(), toldBy: person, toldAt: instant }),
);
export const ToldCallerKept = defineEvent(
  'intake.told-caller-kept.v1',
  'The caller heard what they were told they would hear.',
  z.object({ ...about, promiseId: id, what: z.string(), by: person, doneAt: instant }),
);

export const ReplyWritten = defineEvent(
  'intake.reply-written.v1',
  'A person wrote to the user after the first answer; the messenger delivers it on the channel they came by.',
  z.object({
    ...about,
    entryId: id,
    text: z.string(),
    via: z.enum(['phone', 'email', 'on-site', 'link']),
    by: person,
    at: instant,
    attachmentIds: z.array(id).optional(),
  }),
);
export const UserWrote = defineEvent(
  'intake.user-wrote.v1',
  'The user wrote about a request we have: by mail, by link, or told by phone.',
  z.object({ ...about, entryId: id, envelopeId: id.nullable(), by: z.string(), at: instant }),
);
export const ClarificationAsked = defineEvent(
  'intake.clarification-asked.v1',
  'What is unclear was asked of the user (S-34); the clocks of the request run on.',
  z.object({
    ...about,
    clarificationId: id,
    question: z.string(),
    by: person,
    askedAt: instant,
    /** After this the user is reminded, and the agent sees it. */
    dueAt: instant,
  }),
);
export const ClarificationAnswered = defineEvent(
  'intake.clarification-answered.v1',
  'The user made clear what was asked.',
  z.object({ ...about, clarificationId: id, answer: z.string(), by: z.string(), answeredAt: instant }),
);
export const ClarificationOverdue = defineEvent(
  'intake.clarification-overdue.v1',
  'The user has not answered in the time that was hoped for: they are reminded once, and an agent is told.',
  z.object({ ...about, clarificationId: id, question: z.string(), dueAt: instant, at: instant }),
);
export const FactsCompleted = defineEvent(
  'intake.facts-completed.v1',
  'What was missing of a fault was pinned down (S-35).',
  z.object({ ...about, facts: z.record(z.string(), z.string().nullable()), by: person, at: instant }),
);
export const JoinUndone = defineEvent(
  'intake.join-undone.v1',
  'A report was joined to the wrong request: a named person took it out again; `intake.request-received.v1` or `intake.enquiry-received.v1` of the same request follows.',
  z.object({
    ...about,
    wasJoinedTo: other,
    reason: z.string(),
    by: person,
    undoneAt: instant,
    attachmentIds: z.array(id).optional(),
  }),
);
export const RequestDisputed = defineEvent(
  'intake.request-disputed.v1',
  'The user says that it does not work: the answer or repair is not accepted as effective.',
  z.object({ ...about, kind: requestKind.optional(), by: z.string(), note: z.string(), disputedAt: instant }),
);
