import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { staff } from '../staff.js';
import { category, id, instant, text, typedLine } from '../vocabulary.js';

const route = routesOf('parts');

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
export const stockEvents = { StockReceived };

const record = defineRecord({ service: 'parts', path: '/stock', key: 'stockId', reply: stock });

export const receiveStock = command(record, 'receive', {
  name: 'receiveStock',
  may: ['storekeeper'],
  summary: 'Parts came in.',
  body: z.object({ quantity: z.int().min(1).max(10_000), reference: text(100) }),
  refusals: {
    'stock-too-large': { zh: '数量过大，请核对后重填。', en: 'No place holds that much. Check the quantity.' },
  },
});
export const stockRoutes = { receive: receiveStock };

export const listStock = route({
  name: 'listStock',
  method: 'GET',
  path: '/stock',
  may: staff,
  summary: 'What lies where: one item a part and place, what is most available first.',
  query: paging.extend({ q: typedLine(100).optional(), partId: id.optional(), placeId: id.optional() }),
  reply: page(stock),
});

export const listPlaces = route({
  name: 'listPlaces',
  method: 'GET',
  path: '/places',
  may: staff,
  summary: 'The places where stock is kept.',
  reply: z.object({ items: z.array(z.object({ placeId: id, place: z.string() })) }),
});
