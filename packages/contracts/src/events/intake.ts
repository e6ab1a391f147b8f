import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { confirmation, handOff, person, reporterTold, stampedPromise } from '../promise.js';
import {
  category,
  channel,
  day,
  id,
  impact,
  instant,
  language,
  nature,
  requestKind,
  warrantyState,
} from '../vocabulary.js';

const report = {
  requestId: id,
  number: z.string(),
  kind: requestKind,
  channel,
  reportedBy: reporterTold,
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  siteAddress: z.string(),
  /** The district an engineer's territory names. */
  territory: z.string(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** When the report first reached us, on any channel; the promises run from here. */
  receivedAt: instant,
  /** When it was written down. */
  recordedAt: instant,
  occurredAt: instant.nullable(),
  description: z.string(),
  cause: z.string().nullable(),
  nature,
  category,
  /** Null where nobody has said it yet: it is asked for, not guessed (S-35). */
  location: z.string().nullable(),
  impact: impact.nullable(),
  measuresTaken: z.string().nullable(),
  entitlement: z.object({ state: warrantyState.nullable(), endsOn: day.nullable(), chargeable: z.boolean() }),
  promises: z.array(stampedPromise),
  /** Opens the progress page without signing in: for the reporter only. */
  publicToken: z.string(),
  /** What it came in; absent in facts from before envelopes were accounted for. */
  envelopeId: id.optional(),
  /** `Message-ID` of the mail it came by: what we send about it answers that mail. */
  mailId: z.string().optional(),
  language: language.optional(),
  /** Who of us wrote it down; null where the reporter did. */
  recordedBy: person.nullable().optional(),
};

export const RequestReceived = defineEvent(
  'intake.request-received.v1',
  'A request was accepted, numbered and promised; its hand-off to the next department is offered.',
  z.object({
    ...report,
    handOff,
    /** The request for the same fault at the same place whose repair this report shows not to have been effective. */
    recurrenceOf: z.object({ requestId: id, number: z.string() }).optional(),
    /** The open request that the rule would have joined it to, and why a person said that it is another. */
    separated: z
      .object({ from: z.object({ requestId: id, number: z.string() }), reason: z.string(), by: person.nullable() })
      .optional(),
  }),
);

export const RequestJoined = defineEvent(
  'intake.request-joined.v1',
  'A report of a fault that is open already was joined to it; its reporter has a respond clock of their own.',
  z.object({ ...report, joinedTo: z.object({ requestId: id, number: z.string() }) }),
);

export const RequestResponded = defineEvent(
  'intake.request-responded.v1',
  'A person answered the user in substance.',
  z.object({
    requestId: id,
    number: z.string(),
    by: person,
    text: z.string(),
    respondedAt: instant,
    /** The articles the answer rests on. */
    sources: z.array(z.object({ articleId: id, title: z.string() })).optional(),
    /** How the user was told; by mail the messenger sends it. */
    via: z.enum(['phone', 'email', 'on-site', 'link']).optional(),
  }),
);

export const RequestResolved = defineEvent(
  'intake.request-resolved.v1',
  'The order for the fault is closed; the silence window runs.',
  z.object({ requestId: id, number: z.string(), orderId: id, resolvedAt: instant }),
);

export const RequestClosed = defineEvent(
  'intake.request-closed.v1',
  'The request is done: verified, as effective or not.',
  z.object({
    requestId: id,
    number: z.string(),
    closedAt: instant,
    /** How it was verified (S-05); absent in facts from before this was asked. */
    verdict: z.enum(['effective', 'not-effective']).optional(),
    confirmation: confirmation.optional(),
  }),
);
