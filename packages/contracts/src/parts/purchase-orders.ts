import { z } from 'zod';
import { command, creates, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { partLine, person } from '../promise.js';
import { staff } from '../staff.js';
import { day, id, instant, text, typedLine } from '../vocabulary.js';

const route = routesOf('parts');

export const purchaseOrderStatus = z.enum([
  'drafted',
  'submitted',
  'approved',
  'ordered',
  'part-received',
  'received',
  'closed',
  'cancelled',
]);

/** Above this amount, in fen, a manager approves besides the materials manager (¥20,000). */
export const managerApprovesAbove = 2_000_000;

export const purchaseOrder = z.object({
  id,
  number: z.string(),
  status: purchaseOrderStatus,
  /** The dispatch order that waits; null where it is for the shelf. */
  orderId: id.nullable(),
  requestId: id.nullable(),
  reason: z.string().nullable(),
  lines: z.array(
    z.object({
      partId: id,
      code: z.string().nullable(),
      name: z.string(),
      model: z.string().nullable(),
      serialTracked: z.boolean(),
      quantity: z.int(),
      unitPrice: z.int().nullable(),
      received: z.int(),
      rejected: z.int(),
      serials: z.array(z.string()),
      dueAt: instant.nullable(),
      suppliedAt: instant.nullable(),
    }),
  ),
  supplier: z.object({ supplierId: id, name: z.string() }).nullable(),
  /** In fen. */
  amount: z.int().nullable(),
  expectedOn: day.nullable(),
  confirmedOn: day.nullable(),
  draftedBy: person.nullable(),
  draftedAt: instant,
  submittedBy: person.nullable(),
  submittedAt: instant.nullable(),
  approvals: z.array(z.object({ by: person, role: z.string(), at: instant })),
  rejectedBecause: z.string().nullable(),
  orderedBy: person.nullable(),
  orderedAt: instant.nullable(),
  receipts: z.array(z.object({ by: person, at: instant, place: z.string(), certificate: z.string() })),
  cancelledBecause: z.string().nullable(),
  /** When the first line that is still owed is due. */
  dueAt: instant.nullable(),
  possible: z.array(z.enum(['change', 'submit', 'approve', 'reject', 'order', 'receive', 'cancel'])),
  version: z.int(),
});
export type PurchaseOrder = z.output<typeof purchaseOrder>;

const record = defineRecord({
  service: 'parts',
  path: '/purchase-orders',
  key: 'purchaseOrderId',
  reply: purchaseOrder,
});

const wrongStep = {
  'purchase-in-another-step': {
    zh: '采购单处于其他环节，请刷新后按当前环节处理。',
    en: 'The purchase order is in another step; look at it again and go on from there.',
  },
};
const lines = z
  .array(partLine)
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ partId }) => partId)).size === all.length, 'each part once')
  .meta({ widget: 'part-lines' });
const unknownPart = { 'part-unknown': { zh: '备件目录中没有此备件。', en: 'The catalogue has no such part.' } };

export const draftPurchaseOrder = creates(record, 'draft', {
  name: 'draftPurchaseOrder',
  may: ['buyer', 'storekeeper', 'materials-manager'],
  summary: 'Ask for parts for the shelf (S-72).',
  body: z.object({ lines, reason: text(300) }),
  refusals: unknownPart,
});
export const changePurchaseOrder = command(record, 'change', {
  name: 'changePurchaseOrder',
  may: ['buyer'],
  summary: 'Order other parts or other quantities; approvals no longer stand.',
  body: z.object({ lines }),
  refusals: { ...wrongStep, ...unknownPart },
});
export const submitPurchaseOrder = command(record, 'submit', {
  name: 'submitPurchaseOrder',
  may: ['buyer'],
  summary: 'Ask for approval, with supplier, prices in fen and the day it is expected.',
  body: z.object({
    supplierId: id.meta({ widget: 'supplier' }),
    prices: z
      .array(z.object({ partId: id, unitPrice: z.int().min(0).max(1_000_000_000) }))
      .max(50)
      .meta({ widget: 'prices' }),
    expectedOn: day,
  }),
  refusals: {
    ...wrongStep,
    'price-missing': { zh: '请填写每一种备件的单价。', en: 'Every part needs its price.' },
    'supplier-unknown': { zh: '没有这家供应商。', en: 'There is no such supplier.' },
    'supplier-suspended': { zh: '该供应商已暂停合作，请另选。', en: 'The supplier is suspended; choose another.' },
    'expected-in-past': { zh: '预计到货日不能早于今天。', en: 'It cannot be expected earlier than today.' },
  },
});
export const approvePurchaseOrder = command(record, 'approve', {
  name: 'approvePurchaseOrder',
  may: ['materials-manager', 'manager'],
  summary: 'Approve what somebody else asks for; above ¥20,000 a manager approves besides the materials manager.',
  refusals: {
    ...wrongStep,
    'own-purchase': { zh: '不能审批自己提交的采购单。', en: 'Nobody approves what they submitted.' },
    'approved-already': {
      zh: '您或同岗位的人已审批，需另一岗位审批。',
      en: 'You or somebody in your role approved already; another role is to approve.',
    },
    'materials-manager-first': { zh: '请先由物资经理审批。', en: 'The materials manager approves first.' },
  },
});
export const rejectPurchaseOrder = command(record, 'reject', {
  name: 'rejectPurchaseOrder',
  may: ['materials-manager', 'manager'],
  summary: 'Give it back to its buyer, with the reason.',
  body: z.object({ reason: text(500) }),
  refusals: wrongStep,
});
export const orderPurchase = command(record, 'order', {
  name: 'orderPurchase',
  may: ['buyer'],
  summary: 'The supplier took the order and confirmed a day.',
  body: z.object({ confirmedOn: day }),
  refusals: wrongStep,
});
const receivedLines = z
  .array(
    z.object({
      partId: id,
      quantity: z.int().min(0).max(10_000),
      rejected: z.int().min(0).max(10_000).default(0),
      serials: z.array(text(60)).max(1_000).default([]),
    }),
  )
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ partId }) => partId)).size === all.length, 'each part once')
  .meta({ widget: 'received-lines' });
export const receivePurchase = command(record, 'receive', {
  name: 'receivePurchase',
  may: ['storekeeper'],
  summary:
    'What came in, accepted and rejected, with serial numbers where they are tracked and the certificate (S-105).',
  body: z.object({ lines: receivedLines, placeId: id.meta({ widget: 'place' }), certificate: text(200) }),
  refusals: {
    ...wrongStep,
    'nothing-received': { zh: '请填写到货数量。', en: 'Say how many came.' },
    'more-than-ordered': { zh: '到货数量超过订购数量。', en: 'More than was ordered.' },
    'not-on-this-order': { zh: '采购单上没有此备件。', en: 'The part is not on this purchase order.' },
    'serials-missing': { zh: '请填写每一件的序列号。', en: 'Each accepted piece needs its serial number.' },
    'serial-known': { zh: '序列号已登记过。', en: 'The serial number is known already.' },
    'place-unknown': { zh: '没有这个库位。', en: 'There is no such place.' },
    'receiver-ordered': { zh: '不能验收自己订购的货物。', en: 'Nobody receives what they ordered.' },
  },
});
export const cancelPurchaseOrder = command(record, 'cancel', {
  name: 'cancelPurchaseOrder',
  may: ['buyer', 'materials-manager'],
  summary: 'Order nothing, or no longer, with the reason.',
  body: z.object({ reason: text(500) }),
  refusals: {
    ...wrongStep,
    'goods-received': { zh: '已有到货，不能取消。', en: 'Goods came in; it cannot be cancelled.' },
  },
});
/** Everything that is done with a purchase order, by the command's name. */
export const purchaseOrderRoutes = {
  draft: draftPurchaseOrder,
  change: changePurchaseOrder,
  submit: submitPurchaseOrder,
  approve: approvePurchaseOrder,
  reject: rejectPurchaseOrder,
  order: orderPurchase,
  receive: receivePurchase,
  cancel: cancelPurchaseOrder,
};

export const listPurchaseOrders = route({
  name: 'listPurchaseOrders',
  method: 'GET',
  path: '/purchase-orders',
  may: staff,
  summary: 'Purchase orders, newest first; by the time they are due where it is asked.',
  query: paging.extend({
    orderId: id.optional(),
    status: purchaseOrderStatus.optional(),
    open: z.stringbool().optional(),
    q: typedLine(100).optional(),
    sort: z.enum(['newest', 'due']).default('newest'),
  }),
  reply: page(purchaseOrder),
});
export const getPurchaseOrder = route({
  name: 'getPurchaseOrder',
  method: 'GET',
  path: '/purchase-orders/:purchaseOrderId',
  may: staff,
  summary: 'One purchase order.',
  params: z.object({ purchaseOrderId: id }),
  reply: purchaseOrder,
});
export const getPurchaseOrderForm = route({
  name: 'getPurchaseOrderForm',
  method: 'GET',
  path: '/purchase-orders/:purchaseOrderId/form.pdf',
  may: staff,
  summary: '维修备品采购单 as an A4 PDF.',
  params: z.object({ purchaseOrderId: id }),
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  reply: z.unknown(),
  produces: 'application/pdf',
});
