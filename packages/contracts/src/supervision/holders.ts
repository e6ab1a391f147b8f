import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { routesOf } from '../define-route.js';
import { staffAndCustomers } from '../staff.js';
import { department, id, instant } from '../vocabulary.js';

const route = routesOf('supervision');

export const BatonPassed = defineEvent(
  'supervision.baton-passed.v1',
  'Another department holds the request; `holder` is null once it is done.',
  z.object({
    requestId: id,
    requestNumber: z.string(),
    previous: department.nullable(),
    holder: department.nullable(),
    at: instant,
  }),
);

/** A stretch during which one department held a request; `to` is null while it still does. */
export const holding = z.object({
  department,
  from: instant,
  to: instant.nullable(),
  acceptedBy: z.string().nullable(),
});
export type Holding = z.output<typeof holding>;

export const listHolders = route({
  name: 'listHolders',
  method: 'GET',
  path: '/holders',
  may: staffAndCustomers,
  summary: 'Who held a request from when to when: no gap, no overlap; the seconds add up to the elapsed time.',
  query: z.object({ requestId: id }),
  reply: z.object({ items: z.array(holding), nextCursor: z.null() }),
});
