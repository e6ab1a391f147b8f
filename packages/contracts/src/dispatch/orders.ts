import { z } from 'zod';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { conduct, partLine } from '../promise.js';
import { staff } from '../staff.js';
import { category, id, instant, nature, personName, text, typedLine } from '../vocabulary.js';
import { order, orderStatus } from './order-shape.js';

const route = routesOf('dispatch');
const record = defineRecord({ service: 'dispatch', path: '/orders', key: 'orderId', reply: order });

const wrongStep = {
  'order-in-another-step': {
    zh: '派工单处于其他环节，请刷新后按当前环节处理。',
    en: 'The order is in another step; look at it again and go on from there.',
  },
};
const occurred = { occurredAt: instant.optional().describe('When it really happened, for work done without network.') };
const occurredRefusals = {
  'occurred-in-future': { zh: '发生时间不能晚于现在。', en: 'It cannot have happened later than now.' },
  'occurred-out-of-order': {
    zh: '发生时间不能早于上一环节。',
    en: 'It cannot have happened before the step that precedes it.',
  },
};
/** A drawn signature, at most 200 KB. */
export const signatureImage = z
  .string()
  .max(280_000)
  .regex(/^data:image\/(svg\+xml|png);base64,[A-Za-z0-9+/]+={0,2}$/u, 'a data URL of an SVG or PNG image in base64');
const partLines = z
  .array(partLine)
  .max(50)
  .default([])
  .refine((lines) => new Set(lines.map((line) => line.partId)).size === lines.length, 'each part once');

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
  params: z.object({ orderId: id }),
  reply: order,
});
export const assignOrder = command(record, 'assign', {
  name: 'assignOrder',
  may: ['dispatcher'],
  summary:
    'Name the engineer and state cause, nature, category, location, parts and tools (S-38 to S-40). Until departure another may be named.',
  body: z.object({
    engineerId: id,
    cause: text(1000),
    nature,
    category,
    location: text(300),
    partsToCarry: partLines,
    toolsToCarry: z.array(text(60)).max(50).default([]),
  }),
  refusals: {
    ...wrongStep,
    'engineer-unknown': { zh: '值班名册上没有这位工程师。', en: 'No such engineer is on the roster.' },
  },
});
export const acceptOrder = command(record, 'accept', {
  name: 'acceptOrder',
  may: ['engineer'],
  summary: 'The engineer takes the order.',
  body: z.object(occurred).optional(),
  refusals: { ...wrongStep, ...occurredRefusals },
});
export const exceptRelease = command(record, 'except-release', {
  name: 'exceptRelease',
  may: ['dispatcher'],
  summary: 'Let the order leave although parts are not set aside; signed with a reason.',
  body: z.object({ reason: text(500) }),
  refusals: {
    ...wrongStep,
    'no-exception-needed': {
      zh: '备品备件已备齐或例外已签发，无需再签例外。',
      en: 'Everything is set aside, or an exception is signed already.',
    },
  },
});
export const departForSite = command(record, 'depart', {
  name: 'departForSite',
  may: ['engineer'],
  summary: 'Leave; the user is told the expected arrival (S-42).',
  body: z.object({ expectedArrivalAt: instant, ...occurred }),
  refusals: {
    ...wrongStep,
    ...occurredRefusals,
    'parts-not-set-aside': {
      zh: '应携带的备品备件尚未备齐，不能出发；如需先行出发，请派工员签发例外。',
      en: 'The parts to carry are not set aside yet; a dispatcher may sign an exception.',
    },
    'expected-arrival-in-past': {
      zh: '预计到达时间不能早于出发时间。',
      en: 'The expected arrival lies before the departure.',
    },
  },
});
export const arriveOnSite = command(record, 'arrive', {
  name: 'arriveOnSite',
  may: ['engineer'],
  summary: 'On site, with the conduct checklist (S-41, S-43).',
  body: z.object({ conduct, ...occurred }),
  refusals: { ...wrongStep, ...occurredRefusals },
});
export const recordMeasures = command(record, 'record-measures', {
  name: 'recordMeasures',
  at: 'measures',
  may: ['engineer'],
  summary: 'What was done and when it was complete, parts used, site cleaned (S-45, S-46).',
  body: z.object({ content: text(4000), completedAt: instant, partsUsed: partLines, siteCleaned: z.boolean() }),
  refusals: {
    ...wrongStep,
    'site-not-cleaned': {
      zh: '请先清理现场，再填写处理措施。',
      en: 'Clean the site up first; then the work counts as done (S-45).',
    },
    'completed-in-future': { zh: '完成时间不能晚于现在。', en: 'It cannot be complete later than now.' },
    'completed-before-arrival': { zh: '完成时间不能早于到达时间。', en: 'It cannot be complete before the arrival.' },
  },
});
export const signOrder = command(record, 'sign', {
  name: 'signOrder',
  may: ['engineer', 'customer-contact'],
  summary: "The user signs for the work, on the engineer's screen (S-47).",
  body: z.object({ signedBy: personName(60), signature: signatureImage }),
  refusals: {
    ...wrongStep,
    'signature-not-an-image': {
      zh: '签名不是手写图形，请重新签名。',
      en: 'The signature is not a drawing (paths only, no scripts or references); please sign again.',
    },
    'signature-has-no-ink': {
      zh: '签名框内看不到签名，请重新签名。',
      en: 'No signature can be seen in the frame; please sign again.',
    },
  },
});
export const closeOrder = command(record, 'close', {
  name: 'closeOrder',
  may: ['dispatcher'],
  summary: 'Close a signed order; nobody closes their own work.',
  refusals: {
    ...wrongStep,
    'order-not-signed': { zh: '用户尚未签认，不能关闭。', en: 'The user has not signed, so it cannot be closed.' },
    'closer-did-the-work': { zh: '不能关闭自己处理的派工单。', en: 'Nobody closes their own work.' },
  },
});
export const askSupport = command(record, 'ask-support', {
  name: 'askSupport',
  at: 'support-requests',
  may: ['dispatcher', 'engineer'],
  status: 201,
  summary: 'Ask technical support for help with an order (S-73).',
  body: z.object({ question: text(2000) }),
  refusals: wrongStep,
});
/** Everything that is done with an order, by the command's name. */
export const orderRoutes = {
  assign: assignOrder,
  accept: acceptOrder,
  'except-release': exceptRelease,
  depart: departForSite,
  arrive: arriveOnSite,
  'record-measures': recordMeasures,
  sign: signOrder,
  close: closeOrder,
  'ask-support': askSupport,
};

export const getOrderForm = route({
  name: 'getOrderForm',
  method: 'GET',
  path: '/orders/:orderId/form.pdf',
  may: staff,
  summary: '故障处理派工单 as an A4 PDF.',
  params: z.object({ orderId: id }),
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  reply: z.unknown(),
  produces: 'application/pdf',
});
