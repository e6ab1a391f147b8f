import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staff } from '../staff.js';
import { id, instant } from '../vocabulary.js';
import { missingLine } from './reservations.js';

const route = routesOf('parts');

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

export const PurchaseOrderDrafted = defineEvent(
  'parts.purchase-order-drafted.v1',
  'A purchase order for missing parts waits for approval.',
  z.object({
    orderId: id,
    requestId: id,
    purchaseOrderId: id,
    number: z.string(),
    lines: z.array(missingLine),
    draftedAt: instant,
  }),
);

export const listPurchaseOrders = route({
  name: 'listPurchaseOrders',
  method: 'GET',
  path: '/purchase-orders',
  may: staff,
  summary: 'Purchase orders, newest first.',
  query: paging.extend({ orderId: id.optional() }),
  reply: page(purchaseOrder),
});
