import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { conduct, partLine, person } from '../promise.js';
import { category, id, impact, instant, nature, text } from '../vocabulary.js';
import { staff } from './archives.js';

const route = routesOf('dispatch');

export const orderStatus = z.enum([
  'open',
  'assigned',
  'accepted',
  'departed',
  'arrived',
  'awaiting-signature',
  'signed',
  'closed',
]);
export type OrderStatus = z.output<typeof orderStatus>;

/** Whether what the order is to carry is set aside: the release gate looks at it before departure. */
export const partsState = z.enum(['none-needed', 'pending', 'reserved', 'short']);
export type PartsState = z.output<typeof partsState>;

const carried = partLine.extend({
  name: z.string().nullable(),
  model: z.string().nullable(),
  place: z.string().nullable(),
});

export const order = z.object({
  id,
  number: z.string(),
  status: orderStatus,
  type: z.enum(['repair']),
  requestId: id,
  requestNumber: z.string(),
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  siteAddress: z.string(),
  territory: z.string(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  reportedBy: z.object({ name: z.string(), phone: z.string() }),
  description: z.string(),
  impact,
  measuresTaken: z.string().nullable(),
  warranty: z.object({ state: z.string().nullable(), chargeable: z.boolean() }),
  reportedAt: instant,
  arriveBy: instant.nullable(),
  resolveBy: instant.nullable(),
  openedAt: instant,
  /** What the order states before departure (S-39, S-40); from the report until it is assigned. */
  cause: z.string().nullable(),
  nature,
  category,
  location: z.string(),
  partsToCarry: z.array(carried),
  toolsToCarry: z.array(z.string()),
  parts: z.object({
    state: partsState,
    missing: z.array(z.object({ partId: id, name: z.string(), quantity: z.int() })),
    purchaseOrderNumber: z.string().nullable(),
  }),
  engineer: z.object({ engineerId: id, name: z.string(), phone: z.string() }).nullable(),
  assignedBy: person.nullable(),
  assignedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  releaseException: z.object({ reason: z.string(), by: person, at: instant }).nullable(),
  departedAt: instant.nullable(),
  expectedArrivalAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  conduct: conduct.nullable(),
  measures: z
    .object({ content: z.string(), completedAt: instant, partsUsed: z.array(carried), siteCleaned: z.boolean() })
    .nullable(),
  signature: z.object({ signedBy: z.string(), signedAt: instant }).nullable(),
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  support: z.array(
    z.object({
      supportRequestId: id,
      question: z.string(),
      status: z.enum(['raised', 'accepted', 'answered']),
      answer: z.string().nullable(),
      by: z.string().nullable(),
      raisedAt: instant,
    }),
  ),
  /** Commands possible in this situation. */
  possible: z.array(
    z.enum([
      'assign',
      'accept',
      'except-release',
      'depart',
      'arrive',
      'record-measures',
      'sign',
      'close',
      'ask-support',
    ]),
  ),
  version: z.int(),
});
export type Order = z.output<typeof order>;

export const candidate = z.object({
  engineerId: id,
  name: z.string(),
  phone: z.string(),
  /** 0 to 100; the reasons say what it is made of. */
  score: z.number(),
  skilled: z.boolean(),
  inTerritory: z.boolean(),
  openOrders: z.int(),
  reasons: z.array(
    z.object({
      code: z.enum(['skill', 'no-skill', 'territory', 'other-territory', 'load', 'free', 'maintainer', 'off-roster']),
      points: z.number(),
      text: z.string(),
    }),
  ),
});
export type Candidate = z.output<typeof candidate>;

export const engineer = z.object({
  id,
  name: z.string(),
  phone: z.string(),
  skills: z.array(category),
  territories: z.array(z.string()),
  homePlace: z.string(),
  openOrders: z.int(),
});
export type Engineer = z.output<typeof engineer>;

const one = z.object({ orderId: id });
const wrongStep = {
  'order-in-another-step': 'The order is in another step; the answer says which and what is possible now.',
};
const occurred = { occurredAt: instant.optional().describe('When it really happened, for work done without network.') };
const occurredRefusals = {
  'occurred-in-future': 'It cannot have happened later than now.',
  'occurred-out-of-order': 'It cannot have happened before the step that precedes it.',
};
/** A drawn signature, at most 200 KB. */
export const signatureImage = z
  .string()
  .max(280_000)
  .regex(/^data:image\/(svg\+xml|png);base64,[A-Za-z0-9+/]+={0,2}$/u, 'a data URL of an SVG or PNG image in base64');

export const listOrders = route({
  name: 'listOrders',
  method: 'GET',
  path: '/orders',
  may: staff,
  summary: 'Dispatch orders, newest first. An engineer sees their own.',
  query: paging.extend({
    requestId: id.optional(),
    status: orderStatus.optional(),
    engineerId: id.optional(),
    open: z.stringbool().optional(),
    q: z.string().trim().max(100).optional(),
  }),
  reply: page(order),
});
export const getOrder = route({
  name: 'getOrder',
  method: 'GET',
  path: '/orders/:orderId',
  may: staff,
  summary: 'One dispatch order.',
  params: one,
  reply: order,
});
export const listCandidates = route({
  name: 'listCandidates',
  method: 'GET',
  path: '/orders/:orderId/candidates',
  may: ['dispatcher', 'manager'],
  summary: 'Who could go, best first, with the reasons.',
  params: one,
  reply: z.object({ items: z.array(candidate) }),
});
export const assignOrder = route({
  name: 'assignOrder',
  method: 'POST',
  path: '/orders/:orderId/assign',
  may: ['dispatcher'],
  summary:
    'Name the engineer and state cause, nature, category, location, parts and tools (S-38 to S-40). Until departure another may be named.',
  params: one,
  body: z.object({
    engineerId: id,
    cause: text(1000),
    nature,
    category,
    location: text(300),
    partsToCarry: z
      .array(partLine)
      .max(50)
      .default([])
      .refine((lines) => new Set(lines.map((line) => line.partId)).size === lines.length, 'each part once'),
    toolsToCarry: z.array(text(60)).max(50).default([]),
  }),
  reply: order,
  refusals: { ...wrongStep, 'engineer-unknown': 'No such engineer is on the roster.' },
});
export const acceptOrder = route({
  name: 'acceptOrder',
  method: 'POST',
  path: '/orders/:orderId/accept',
  may: ['engineer'],
  summary: 'The engineer takes the order.',
  params: one,
  body: z.object(occurred).optional(),
  reply: order,
  refusals: { ...wrongStep, ...occurredRefusals },
});
export const exceptRelease = route({
  name: 'exceptRelease',
  method: 'POST',
  path: '/orders/:orderId/except-release',
  may: ['dispatcher'],
  summary: 'Let the order leave although parts are not set aside; signed with a reason.',
  params: one,
  body: z.object({ reason: text(500) }),
  reply: order,
  refusals: { ...wrongStep, 'no-exception-needed': 'Everything is set aside.' },
});
export const departForSite = route({
  name: 'departForSite',
  method: 'POST',
  path: '/orders/:orderId/depart',
  may: ['engineer'],
  summary: 'Leave; the user is told the expected arrival (S-42).',
  params: one,
  body: z.object({ expectedArrivalAt: instant, ...occurred }),
  reply: order,
  refusals: {
    ...wrongStep,
    ...occurredRefusals,
    'parts-not-set-aside': 'The parts to carry are not set aside yet; a dispatcher may sign an exception.',
    'expected-arrival-in-past': 'The expected arrival lies before the departure.',
  },
});
export const arriveOnSite = route({
  name: 'arriveOnSite',
  method: 'POST',
  path: '/orders/:orderId/arrive',
  may: ['engineer'],
  summary: 'On site, with the conduct checklist (S-41, S-43).',
  params: one,
  body: z.object({ conduct, ...occurred }),
  reply: order,
  refusals: { ...wrongStep, ...occurredRefusals },
});
export const recordMeasures = route({
  name: 'recordMeasures',
  method: 'POST',
  path: '/orders/:orderId/measures',
  may: ['engineer'],
  summary: 'What was done and when it was complete, parts used, site cleaned (S-45, S-46).',
  params: one,
  body: z.object({
    content: text(4000),
    completedAt: instant,
    partsUsed: z
      .array(partLine)
      .max(50)
      .default([])
      .refine((lines) => new Set(lines.map((line) => line.partId)).size === lines.length, 'each part once'),
    siteCleaned: z.boolean(),
  }),
  reply: order,
  refusals: {
    ...wrongStep,
    'site-not-cleaned': 'The site is to be cleaned up before the work counts as done (S-45).',
    'completed-in-future': 'It cannot be complete later than now.',
    'completed-before-arrival': 'It cannot be complete before the arrival.',
  },
});
export const signOrder = route({
  name: 'signOrder',
  method: 'POST',
  path: '/orders/:orderId/sign',
  may: ['engineer', 'customer-contact'],
  summary: "The user signs for the work, on the engineer's screen (S-47).",
  params: one,
  body: z.object({ signedBy: text(60), signature: signatureImage }),
  reply: order,
  refusals: {
    ...wrongStep,
    'signature-not-an-image': 'The signature is not a drawing: paths only, no scripts or references.',
  },
});
export const closeOrder = route({
  name: 'closeOrder',
  method: 'POST',
  path: '/orders/:orderId/close',
  may: ['dispatcher'],
  summary: 'Close a signed order; nobody closes their own work.',
  params: one,
  reply: order,
  refusals: {
    ...wrongStep,
    'order-not-signed': 'The user has not signed.',
    'closer-did-the-work': 'Somebody else than the engineer closes it.',
  },
});
export const askSupport = route({
  name: 'askSupport',
  method: 'POST',
  path: '/orders/:orderId/support-requests',
  may: ['dispatcher', 'engineer'],
  status: 201,
  summary: 'Ask technical support for help with an order (S-73).',
  params: one,
  body: z.object({ question: text(2000) }),
  reply: order,
  refusals: wrongStep,
});
export const getOrderForm = route({
  name: 'getOrderForm',
  method: 'GET',
  path: '/orders/:orderId/form.pdf',
  may: staff,
  summary: '故障处理派工单 as an A4 PDF.',
  params: one,
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  reply: z.unknown(),
  produces: 'application/pdf',
});
export const listEngineers = route({
  name: 'listEngineers',
  method: 'GET',
  path: '/engineers',
  may: staff,
  summary: 'The roster.',
  query: paging,
  reply: page(engineer),
});
