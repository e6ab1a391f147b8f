import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { envelopeOutcome } from '../events/intake-envelopes.js';
import { person } from '../promise.js';
import { channel, id, instant, text, personName, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;
const one = z.object({ envelopeId: id });

/** A file that came with an envelope or was added to a request; its bytes are fetched on their own, never shown inline. */
export const attachment = z.object({
  id,
  name: z.string(),
  /** By its content, not by what it calls itself. */
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** An image has a re-encoded copy without metadata. */
  hasPreview: z.boolean(),
});
export type Attachment = z.output<typeof attachment>;

export const envelope = z.object({
  id,
  channel,
  status: z.enum(['waiting', 'settled']),
  /** The mailbox, line, gateway or person it came through. */
  source: z.string(),
  receivedAt: instant,
  storedAt: instant,
  from: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }),
  subject: z.string().nullable(),
  /** What it says: as it came, or as an agent transcribed it. */
  text: z.string(),
  /** What a mail quotes of what it answers. */
  quoted: z.string().nullish(),
  transcribedBy: person.nullable(),
  attachments: z.array(attachment),
  call: z
    .object({
      callId: z.string(),
      line: z.string(),
      state: z.enum(['ringing', 'answered', 'missed', 'ended']),
      startedAt: instant,
      answeredAt: instant.nullable(),
      endedAt: instant.nullable(),
      answeredBy: person.nullable(),
    })
    .nullable(),
  /** What the machine found out; a person decides. */
  found: z.object({
    customerId: id.nullable(),
    customerName: z.string().nullable(),
    siteId: id.nullable(),
    equipmentId: id.nullable(),
    equipmentName: z.string().nullable(),
    /** The request it is an answer to. */
    repliesTo: z.object({ id, number: z.string() }).nullable(),
    /** Why nobody may have written it, `illegible` where it could not be read, `forged-sender` where our mail server found so; an agent decides. */
    suspicion: z.enum(['auto-reply', 'mail-loop', 'bounce', 'advertising', 'illegible', 'forged-sender']).nullable(),
  }),
  needs: z.enum(['sorting', 'transcription', 'call-back']).nullable(),
  /** An answer is owed an hour after it reached us (S-26). */
  dueAt: instant,
  overdue: z.boolean(),
  takenBy: person.nullable(),
  outcome: envelopeOutcome.nullable(),
  settledBy: person.nullable(),
  settledAt: instant.nullable(),
  version: z.int(),
});
export type Envelope = z.output<typeof envelope>;

export const listEnvelopes = route({
  name: 'listEnvelopes',
  method: 'GET',
  path: '/envelopes',
  may: staff,
  summary: 'What reached us, newest first.',
  query: paging.extend({
    status: envelope.shape.status.optional(),
    channel: channel.optional(),
    needs: z.enum(['sorting', 'transcription', 'call-back']).optional(),
    requestId: id.optional(),
    q: typedLine(100).optional(),
  }),
  reply: page(envelope),
});
export const getEnvelope = route({
  name: 'getEnvelope',
  method: 'GET',
  path: '/envelopes/:envelopeId',
  may: staff,
  summary: 'One envelope.',
  params: one,
  reply: envelope,
});

const settled = { 'envelope-settled': 'The envelope has its outcome already.' };
export const takeEnvelope = route({
  name: 'takeEnvelope',
  method: 'POST',
  path: '/envelopes/:envelopeId/take',
  may: desk,
  summary: 'Take an envelope, so that nobody else works on it.',
  params: one,
  reply: envelope,
  refusals: { ...settled, 'envelope-taken': 'Somebody else has taken it.' },
});
export const transcribeEnvelope = route({
  name: 'transcribeEnvelope',
  method: 'POST',
  path: '/envelopes/:envelopeId/transcribe',
  may: desk,
  summary: 'Write down what a fax, letter or recording says.',
  params: one,
  body: z.object({
    text: text(20_000),
    from: z.object({ name: personName(60).nullish(), phone: text(40).nullish() }).optional(),
  }),
  reply: envelope,
  refusals: settled,
});
export const joinEnvelope = route({
  name: 'joinEnvelope',
  method: 'POST',
  path: '/envelopes/:envelopeId/join',
  may: desk,
  summary: 'It belongs to a request we have: it becomes part of its conversation.',
  params: one,
  body: z.object({ requestId: id }),
  reply: envelope,
  refusals: {
    ...settled,
    'request-unknown': 'There is no such request.',
    'other-customer': 'The request belongs to another customer.',
  },
});
export const rejectEnvelope = route({
  name: 'rejectEnvelope',
  method: 'POST',
  path: '/envelopes/:envelopeId/reject',
  may: desk,
  summary: 'It is not for us, for a reason and under the name of who says so.',
  params: one,
  body: z.object({
    reason: z.enum([
      'auto-reply',
      'mail-loop',
      'bounce',
      'advertising',
      'wrong-number',
      'not-for-us',
      'illegible',
      'other',
    ]),
    note: text(500).nullish(),
  }),
  reply: envelope,
  refusals: { ...settled, 'note-required': 'Say why.' },
});
/** A scanned page, letter or slip from the suggestion box, uploaded by an agent: stored first, transcribed after. */
export const registerEnvelope = route({
  name: 'registerEnvelope',
  method: 'POST',
  path: '/envelopes',
  may: desk,
  status: 201,
  summary: 'Store a page that came by fax, letter, on site or suggestion box, to be transcribed.',
  body: z.object({
    channel: channel.extract(['fax', 'letter', 'on-site', 'suggestion-box']),
    receivedAt: instant.optional(),
    attachmentIds: z.array(id).min(1).max(20),
    from: z.object({ name: personName(60).nullish(), phone: text(40).nullish() }).optional(),
    subject: text(200).nullish(),
  }),
  reply: envelope,
  refusals: {
    'attachment-unknown': 'There is no such file; upload it first.',
    'received-in-future': 'It cannot have reached us later than now.',
    'received-too-long-ago': 'What reached us more than 7 days ago is to be entered by the supervisor of the desk.',
  },
});

const tally = z.object({
  in: z.int(),
  newRequest: z.int(),
  joined: z.int(),
  rejected: z.int(),
  waiting: z.int(),
});
/** Envelopes in = outcomes out + waiting, at any time. */
export const getBalance = route({
  name: 'getBalance',
  method: 'GET',
  path: '/envelopes/balance',
  may: staff,
  summary:
    'Inbound accounting: what came in by channel, and what became of it; `difference` is 0 or something was lost.',
  query: z.object({ from: instant.optional(), to: instant.optional() }),
  reply: z.object({
    total: tally,
    channels: z.array(tally.extend({ channel })),
    /** in − newRequest − joined − rejected − waiting, counted from separate records. */
    difference: z.int(),
    oldestWaitingAt: instant.nullable(),
    overdue: z.int(),
    countedAt: instant,
  }),
});

export const uploadAttachment = route({
  name: 'uploadAttachment',
  method: 'POST',
  path: '/attachments',
  may: ['agent', 'seat-supervisor', 'customer-contact', 'engineer', 'dispatcher', 'support-engineer'],
  status: 201,
  takes: { as: 'file', mediaTypes: ['multipart/form-data'], limit: 26 * 1024 * 1024 },
  summary: 'Upload one file (`multipart/form-data`, field `file`); its kind is told by its content, at most 25 MB.',
  reply: attachment,
  refusals: {
    'file-too-large': 'At most 25 MB.',
    'file-kind-not-allowed': 'Pictures, PDF, office documents, text, audio and video are taken.',
    'image-too-large': 'The picture has more pixels than are taken.',
    'file-empty': 'The file is empty.',
  },
});
export const downloadAttachment = route({
  name: 'downloadAttachment',
  method: 'GET',
  path: '/attachments/:attachmentId',
  may: [...staff, 'customer-contact'],
  summary: 'The bytes of a file, to be saved.',
  params: z.object({ attachmentId: id }),
  query: z.object({ preview: z.stringbool().optional() }),
  produces: 'application/octet-stream',
  reply: z.any(),
});
