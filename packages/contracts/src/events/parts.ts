import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { category, id, instant, quantity } from '../vocabulary.js';

const about = { orderId: id, requestId: id };
/** Parts of a kind, from one place. */
export const placedLine = z.object({
  partId: id,
  name: z.string(),
  model: z.string(),
  quantity,
  placeId: id,
  place: z.string(),
});
export const missingLine = z.object({ partId: id, name: z.string(), quantity });

export const PartCatalogued = defineEvent(
  'parts.part-catalogued.v1',
  'A part is in the catalogue.',
  z.object({
    partId: id,
    code: z.string(),
    name: z.string(),
    model: z.string(),
    unit: z.string(),
    category,
    leadTimeDays: z.int().positive(),
  }),
);

export const StockReceived = defineEvent(
  'parts.stock-received.v1',
  'Parts came into a place.',
  z.object({
    stockId: id,
    partId: id,
    placeId: id,
    place: z.string(),
    quantity: z.int().min(0),
    reference: z.string(),
    receivedAt: instant,
  }),
);

export const PartsReserved = defineEvent(
  'parts.reserved.v1',
  'All parts an order is to carry are set aside.',
  z.object({
    ...about,
    reservationId: id,
    assignment: z.int().positive(),
    lines: z.array(placedLine),
    reservedAt: instant,
  }),
);

export const PartsShort = defineEvent(
  'parts.short.v1',
  'Stock cannot meet what an order is to carry; what there is, is set aside, the rest is on a purchase order.',
  z.object({
    ...about,
    reservationId: id,
    assignment: z.int().positive(),
    lines: z.array(placedLine),
    missing: z.array(missingLine),
    purchaseOrderId: id,
    shortAt: instant,
  }),
);

export const PartsConsumed = defineEvent(
  'parts.consumed.v1',
  'Parts used on site left the stock; what was set aside and not used went back.',
  z.object({
    ...about,
    reservationId: id,
    lines: z.array(placedLine),
    unaccounted: z.array(missingLine),
    consumedAt: instant,
  }),
);

export const PurchaseOrderDrafted = defineEvent(
  'parts.purchase-order-drafted.v1',
  'A purchase order for missing parts waits for approval.',
  z.object({ ...about, purchaseOrderId: id, number: z.string(), lines: z.array(missingLine), draftedAt: instant }),
);
