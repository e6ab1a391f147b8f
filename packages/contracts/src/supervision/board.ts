import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { staff } from '../staff.js';
import { category, department, id, impact, instant, requestKind } from '../vocabulary.js';
import { ledgerPromise } from './promises.js';

const route = routesOf('supervision');

export const boardEntry = z.object({
  requestId: id,
  number: z.string(),
  kind: requestKind,
  /** Null for an enquiry of somebody we do not know yet, or that is about nothing in particular. */
  customerName: z.string().nullable(),
  siteName: z.string().nullable(),
  equipmentName: z.string().nullable(),
  category: category.nullable(),
  impact: impact.nullable(),
  description: z.string(),
  receivedAt: instant,
  holder: department.nullable(),
  heldSince: instant.nullable(),
  engineerName: z.string().nullable(),
  orderNumber: z.string().nullable(),
  promises: z.array(
    ledgerPromise.pick({
      id: true,
      promise: true,
      state: true,
      dueAt: true,
      atRiskAt: true,
      startedAt: true,
      doneAt: true,
      provisional: true,
      owner: true,
    }),
  ),
  /** The due time of the clock that runs out first; breached ones come before all. */
  worstDueAt: instant.nullable(),
});
export type BoardEntry = z.output<typeof boardEntry>;

export const getBoard = route({
  name: 'getBoard',
  method: 'GET',
  path: '/board',
  may: staff,
  summary: 'Every open request with its running clocks, worst first.',
  query: paging.extend({ department: department.optional() }),
  reply: page(boardEntry).extend({
    counts: z.object({ open: z.int(), atRisk: z.int(), breached: z.int(), paused: z.int() }),
  }),
});
