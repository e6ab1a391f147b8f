import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { explanation, handOff, pauseReason } from '../promise.js';
import { category, department, id, impact, instant, promiseName, requestKind, text } from '../vocabulary.js';
import { staff, staffAndCustomers } from '../staff.js';
import { promiseState } from './intake.js';

const route = routesOf('supervision');

export const ledgerPromise = z.object({
  id,
  requestId: id,
  requestNumber: z.string(),
  promise: promiseName,
  owner: department,
  state: promiseState,
  startedAt: instant,
  dueAt: instant,
  atRiskAt: instant,
  doneAt: instant.nullable(),
  provisional: z.boolean(),
  voidReason: z.string().nullable(),
  pausedFor: z.object({ reason: pauseReason, note: z.string(), by: z.string(), since: instant }).nullable(),
  explanation,
  version: z.int(),
});
export type LedgerPromise = z.output<typeof ledgerPromise>;

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

const promiseParams = z.object({ promiseId: id });

export const listPromises = route({
  name: 'listPromises',
  method: 'GET',
  path: '/promises',
  may: staffAndCustomers,
  summary: 'The ledger of promises; each explains its due time.',
  query: paging.extend({ requestId: id.optional(), state: promiseState.optional() }),
  reply: page(ledgerPromise),
});
export const pausePromise = route({
  name: 'pausePromise',
  method: 'POST',
  path: '/promises/:promiseId/pause',
  may: ['dispatcher', 'seat-supervisor', 'manager'],
  summary: 'Let a clock stand still for a reason on the list; the customer can read the note.',
  params: promiseParams,
  body: z.object({ reason: pauseReason, note: text(500) }),
  reply: ledgerPromise,
  refusals: {
    'promise-cannot-pause': 'This promise has no lawful pause.',
    'promise-not-running': 'The clock does not run.',
  },
});
export const resumePromise = route({
  name: 'resumePromise',
  method: 'POST',
  path: '/promises/:promiseId/resume',
  may: ['dispatcher', 'seat-supervisor', 'manager'],
  summary: 'Let it run again; the time it stood still is taken off.',
  params: promiseParams,
  reply: ledgerPromise,
  refusals: { 'promise-not-paused': 'The clock does not stand still.' },
});
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
export const listHolders = route({
  name: 'listHolders',
  method: 'GET',
  path: '/holders',
  may: staffAndCustomers,
  summary: 'Who held a request from when to when: no gap, no overlap; the seconds add up to the elapsed time.',
  query: z.object({ requestId: id }),
  reply: z.object({
    items: z.array(z.object({ department, from: instant, to: instant.nullable(), acceptedBy: z.string().nullable() })),
    nextCursor: z.null(),
  }),
});
export const listHandOffs = route({
  name: 'listHandOffs',
  method: 'GET',
  path: '/hand-offs',
  may: staff,
  summary: 'Hand-offs, open ones first.',
  query: paging.extend({
    requestId: id.optional(),
    state: z.enum(['offered', 'overdue', 'accepted', 'declined']).optional(),
  }),
  reply: page(
    handOff.extend({
      requestId: id,
      state: z.enum(['offered', 'overdue', 'accepted', 'declined']),
      acceptedAt: instant.nullable(),
      acceptedBy: z.string().nullable(),
    }),
  ),
});
