import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { faultTerms } from '../promise.js';
import { category, day, id, instant, requestKind, text, warrantyState, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';
import { envelope } from './intake-envelopes.js';
import { requestStatus } from './intake.js';

const route = routesOf('intake');
const desk = ['agent', 'seat-supervisor'] as const;

/** One line of what typing a number, a name, pinyin initials, a serial or a request number finds. */
export const callerHit = z.object({
  type: z.enum(['contact', 'customer', 'site', 'equipment', 'request']),
  id,
  customerId: id.nullable(),
  siteId: id.nullable(),
  equipmentId: id.nullable(),
  /** What is shown large, and what is shown beside it. */
  title: z.string(),
  detail: z.string(),
  matched: z.enum(['phone', 'name', 'initials', 'serial', 'number', 'address', 'email']),
});
export type CallerHit = z.output<typeof callerHit>;
export const findCaller = route({
  name: 'findCaller',
  method: 'GET',
  path: '/callers',
  may: staff,
  summary:
    'Who is calling, or what about: by phone, name, pinyin initials, serial number or request number; the surest first.',
  query: z.object({ q: text(100), limit: z.coerce.number().int().min(1).max(30).default(12) }),
  reply: z.object({ items: z.array(callerHit) }),
});

const requestLine = z.object({
  id,
  number: z.string(),
  kind: requestKind,
  status: requestStatus,
  title: z.string(),
  siteId: id.nullable(),
  equipmentId: id.nullable(),
  receivedAt: instant,
  dueAt: instant.nullable(),
});
/** Everything an agent sees of a customer while the caller is on the line. */
export const customerCard = z.object({
  customerId: id,
  name: z.string(),
  code: z.string(),
  industry: z.string(),
  terms: faultTerms,
  maintainer: z.object({ name: z.string() }).nullable(),
  contacts: z.array(
    z.object({ id, name: z.string(), phone: z.string(), email: z.string().nullable(), duty: z.string() }),
  ),
  sites: z.array(z.object({ id, name: z.string(), address: z.string(), equipmentCount: z.int(), openCount: z.int() })),
  open: z.array(requestLine),
  /** The newest twenty that are done. */
  past: z.array(requestLine),
});
export type CustomerCard = z.output<typeof customerCard>;
export const getCustomerCard = route({
  name: 'getCustomerCard',
  method: 'GET',
  path: '/callers/customers/:customerId',
  may: staff,
  summary: 'A customer with contacts, terms, sites, open and past requests.',
  params: z.object({ customerId: id }),
  reply: customerCard,
});
export const callerEquipment = z.object({
  id,
  siteId: id,
  siteName: z.string(),
  name: z.string(),
  model: z.string(),
  serialNumber: z.string(),
  category,
  location: z.string(),
  warranty: z.object({ state: warrantyState, endsOn: day.nullable() }),
  openRequest: z.object({ id, number: z.string() }).nullable(),
});
export type CallerEquipment = z.output<typeof callerEquipment>;
export const listCallerEquipment = route({
  name: 'listCallerEquipment',
  method: 'GET',
  path: '/callers/customers/:customerId/equipment',
  may: staff,
  summary: 'Equipment of a customer with its warranty; at a site, by words of name, model, serial number or location.',
  params: z.object({ customerId: id }),
  query: z.object({
    siteId: id.optional(),
    q: typedLine(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(callerEquipment) }),
});

/** What anybody who holds a label may see of the equipment: enough to know that it is the right one. */
export const getLabel = route({
  name: 'getLabel',
  method: 'GET',
  path: '/labels/:qrToken',
  may: 'anyone',
  summary: 'The equipment that carries a label, and whether a fault of it is known already.',
  params: z.object({ qrToken: z.string().min(16).max(100) }),
  reply: z.object({
    equipmentName: z.string(),
    model: z.string(),
    category,
    location: z.string(),
    siteName: z.string(),
    openSince: instant.nullable(),
  }),
});

/** Calls on the telephone system, as its events told of them. */
export const listCalls = route({
  name: 'listCalls',
  method: 'GET',
  path: '/calls',
  may: desk,
  summary: 'Calls that ring or go on, and those of mine that have no outcome yet.',
  reply: z.object({ items: z.array(envelope) }),
});
export const answerCall = route({
  name: 'answerCall',
  method: 'POST',
  path: '/calls/:envelopeId/answer',
  may: desk,
  summary: 'Say that I have this call, where the telephone system does not say who answered.',
  params: z.object({ envelopeId: id }),
  reply: envelope,
  refusals: {
    'envelope-taken': 'Somebody else has this call.',
    'envelope-settled': 'The call has its outcome already.',
  },
});
/**
 * An event of a telephone system, signed as Standard Webhooks want it (`webhook-id`, `webhook-timestamp`, `webhook-signature`).
 * The same `callId` is one call; events may come twice and out of order.
 */
export const hearCall = route({
  name: 'hearCall',
  method: 'POST',
  path: '/inbound/calls',
  takes: { as: 'signed-json', mediaTypes: ['application/json'], limit: 64 * 1024 },
  may: 'anyone',
  summary: 'A call rings, was answered, was missed or has ended; stored before it is acknowledged.',
  body: z.object({
    callId: text(120),
    event: z.enum(['ringing', 'answered', 'missed', 'ended']),
    at: instant,
    /** The number that calls; empty or `anonymous` where it is withheld. */
    from: typedLine(60).nullish(),
    line: text(60),
    /** The agent's username at the telephone system. */
    agent: typedLine(60).nullish(),
  }),
  reply: z.object({ envelopeId: id, state: z.enum(['ringing', 'answered', 'missed', 'ended']) }),
  refusals: {
    'called-in-future': 'The event lies in the future.',
  },
});
