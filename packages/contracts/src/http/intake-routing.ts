import { z } from 'zod';
import { routesOf } from '../define-route.js';
import { person } from '../promise.js';
import { category, id, instant, requestKind, text } from '../vocabulary.js';
import { staff } from '../staff.js';
import { askedDepartment } from '../support/index.js';

const route = routesOf('intake');
const change = ['administrator'] as const;

/** Which department a kind, or a kind and category, goes to; the more exact line counts. */
export const routingLine = z.object({
  kind: requestKind,
  /** Null for every category that has no line of its own. */
  category: category.nullable(),
  department: askedDepartment,
});
export type RoutingLine = z.output<typeof routingLine>;

/** A line that one table has otherwise than another; null where one of them has no such line. */
export const routingDifference = z.object({
  kind: requestKind,
  category: category.nullable(),
  before: askedDepartment.nullable(),
  after: askedDepartment.nullable(),
});
export type RoutingDifference = z.output<typeof routingDifference>;

export const routing = z.object({
  lines: z.array(routingLine),
  version: z.int(),
  /** Every edition with what it changed, the newest first; at most fifty. */
  history: z.array(
    z.object({
      version: z.int(),
      /** Null for the table that came with the system. */
      by: person.nullable(),
      at: instant,
      reason: z.string().nullable(),
      differences: z.array(routingDifference),
    }),
  ),
});
export type Routing = z.output<typeof routing>;

export const getRouting = route({
  name: 'getRouting',
  method: 'GET',
  path: '/routing',
  may: staff,
  summary: 'Which department a request of a kind and category goes to, and how the table came to be.',
  reply: routing,
});
const lines = z.array(routingLine).min(1).max(100);
const refusals = {
  'routing-incomplete': 'Every kind needs a line without a category; the answer says which kinds have none.',
  'routing-twice': 'A kind and category has two lines.',
  'fault-goes-to-dispatch': 'A fault goes to dispatch, whatever its category.',
  'matter-goes-to-supervision': 'A complaint or suggestion goes to supervision, whatever its category.',
};

export const routingPreview = z.object({
  /** The edition it is compared with. */
  version: z.int(),
  differences: z.array(routingDifference),
  /** Open enquiries that nobody handed off yet and that would go elsewhere, by what decides it. */
  moving: z.array(
    z.object({
      kind: requestKind,
      category: category.nullable(),
      before: askedDepartment,
      after: askedDepartment,
      count: z.int(),
    }),
  ),
  movingCount: z.int(),
  /** The first of them that reached us, at most twenty. */
  first: z.array(z.object({ id, number: z.string(), before: askedDepartment, after: askedDepartment })),
  /** As many would go elsewhere but are with a department already: they stay there. */
  stayingCount: z.int(),
});
export type RoutingPreview = z.output<typeof routingPreview>;

export const previewRouting = route({
  name: 'previewRouting',
  method: 'POST',
  path: '/routing/preview',
  may: change,
  summary: 'What another table would change, before it is saved; nothing is.',
  body: z.object({ lines }),
  reply: routingPreview,
  refusals,
});
export const changeRouting = route({
  name: 'changeRouting',
  method: 'PUT',
  path: '/routing',
  may: change,
  summary: 'Replace the table; what was handed off already stays where it is.',
  body: z.object({ lines, reason: text(300).nullish() }),
  reply: routing,
  refusals,
});
