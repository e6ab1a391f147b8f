import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staff } from '../staff.js';
import { category, id, typedLine } from '../vocabulary.js';

const route = routesOf('parts');

export const part = z.object({
  id,
  code: z.string(),
  name: z.string(),
  model: z.string(),
  unit: z.string(),
  category,
  leadTimeDays: z.int(),
  serialTracked: z.boolean(),
  onHand: z.int(),
  available: z.int(),
  version: z.int(),
});
export type Part = z.output<typeof part>;

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
    /** Working days. */
    leadTimeDays: z.int().positive(),
    /** True where each piece has a serial number of its own that is noted; false where nothing is said. */
    serialTracked: z.boolean().optional(),
  }),
);

export const listParts = route({
  name: 'listParts',
  method: 'GET',
  path: '/parts',
  may: staff,
  summary: 'The catalogue.',
  query: paging.extend({ q: typedLine(100).optional() }),
  reply: page(part),
});
