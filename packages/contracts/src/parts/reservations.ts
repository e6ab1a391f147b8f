import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staff } from '../staff.js';
import { id, instant, quantity } from '../vocabulary.js';

const route = routesOf('parts');
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

export const reservation = z.object({
  id,
  ...about,
  status: z.enum(['reserved', 'short', 'consumed', 'released']),
  lines: z.array(z.object({ partId: id, name: z.string(), quantity: z.int(), placeId: id, place: z.string() })),
  missing: z.array(z.object({ partId: id, name: z.string(), quantity: z.int() })),
  purchaseOrderId: id.nullable(),
  purchaseOrderNumber: z.string().nullable(),
  reservedAt: instant,
  version: z.int(),
});
export type Reservation = z.output<typeof reservation>;

export const PartsReserved = defineEvent(
  'parts.reserved.v1',
  'All parts an order is to carry are set aside.',
  z.object({
    ...about,
    reservationId: id,
    assignment: z.int().positive(),
    lines: z.array(placedLine),
    /** Purchase orders that were drafted for the order: what it waited for it now has. */
    purchaseOrderIds: z.array(id).optional(),
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
    /** What is on no purchase order of the order yet, and goes on this one. */
    toOrder: z.array(missingLine),
    /** By when the parts are wanted: whoever is worst off comes first. */
    neededBy: instant.nullable().optional(),
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

export const PartsPutBack = defineEvent(
  'parts.put-back.v1',
  'What was set aside for an order is free again.',
  z.object({ ...about, reservationId: id, assignment: z.int().min(0), putBackAt: instant }),
);
export const reservationEvents = { PartsReserved, PartsShort, PartsConsumed, PartsPutBack };

export const listReservations = route({
  name: 'listReservations',
  method: 'GET',
  path: '/reservations',
  may: staff,
  summary: 'What is set aside for which order.',
  query: paging.extend({ orderId: id.optional(), status: reservation.shape.status.optional() }),
  reply: page(reservation),
});
