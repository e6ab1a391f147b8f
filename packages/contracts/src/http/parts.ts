import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { category, id, instant, text, typedLine } from '../vocabulary.js';
import { staff } from './archives.js';

const route = routesOf('parts');
const search = typedLine(100).optional();

export const part = z.object({
  id,
  code: z.string(),
  name: z.string(),
  model: z.string(),
  unit: z.string(),
  category,
  leadTimeDays: z.int(),
  onHand: z.int(),
  available: z.int(),
  version: z.int(),
});
export type Part = z.output<typeof part>;

export const stock = z.object({
  id,
  partId: id,
  code: z.string(),
  name: z.string(),
  model: z.string(),
  unit: z.string(),
  category,
  placeId: id,
  place: z.string(),
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
});
export type Stock = z.output<typeof stock>;

export const reservation = z.object({
  id,
  orderId: id,
  requestId: id,
  status: z.enum(['reserved', 'short', 'consumed', 'released']),
  lines: z.array(z.object({ partId: id, name: z.string(), quantity: z.int(), placeId: id, place: z.string() })),
  missing: z.array(z.object({ partId: id, name: z.string(), quantity: z.int() })),
  purchaseOrderId: id.nullable(),
  purchaseOrderNumber: z.string().nullable(),
  reservedAt: instant,
  version: z.int(),
});
export type Reservation = z.output<typeof reservation>;

export const purchaseOrder = z.object({
  id,
  number: z.string(),
  status: z.enum(['drafted']),
  orderId: id,
  requestId: id,
  lines: z.array(z.object({ partId: id, name: z.string(), quantity: z.int() })),
  draftedAt: instant,
  version: z.int(),
});
export type PurchaseOrder = z.output<typeof purchaseOrder>;

export const listParts = route({
  name: 'listParts',
  method: 'GET',
  path: '/parts',
  may: staff,
  summary: 'The catalogue.',
  query: paging.extend({ q: search }),
  reply: page(part),
});
export const listStock = route({
  name: 'listStock',
  method: 'GET',
  path: '/stock',
  may: staff,
  summary: 'What lies where: one item a part and place, what is most available first.',
  query: paging.extend({ q: search, partId: id.optional(), placeId: id.optional() }),
  reply: page(stock),
});
export const receiveStock = route({
  name: 'receiveStock',
  method: 'POST',
  path: '/stock/:stockId/receive',
  may: ['storekeeper'],
  summary: 'Parts came in.',
  params: z.object({ stockId: id }),
  body: z.object({ quantity: z.int().min(1).max(10_000), reference: text(100) }),
  reply: stock,
  refusals: { 'stock-too-large': 'No place holds that much of a part: the quantity is mistyped.' },
});
export const listReservations = route({
  name: 'listReservations',
  method: 'GET',
  path: '/reservations',
  may: staff,
  summary: 'What is set aside for which order.',
  query: paging.extend({ orderId: id.optional(), status: reservation.shape.status.optional() }),
  reply: page(reservation),
});
export const listPurchaseOrders = route({
  name: 'listPurchaseOrders',
  method: 'GET',
  path: '/purchase-orders',
  may: staff,
  summary: 'Purchase orders, newest first.',
  query: paging.extend({ orderId: id.optional() }),
  reply: page(purchaseOrder),
});
