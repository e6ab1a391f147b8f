import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { candidate, engineer, order, orderStatus } from './dispatch-records.js';
import { conduct, partLine } from '../promise.js';
import { category, id, instant, nature, text, personName, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';

const route = routesOf('dispatch');

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
    q: typedLine(100).optional(),
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
  body: z.object({ signedBy: personName(60), signature: signatureImage }),
  reply: order,
  refusals: {
    ...wrongStep,
    'signature-not-an-image': 'The signature is not a drawing: paths only, no scripts or references.',
    'signature-has-no-ink':
      'Laid on white paper the drawing shows no writing in its frame: blank, white, outside, a dot, or one colour all over.',
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
