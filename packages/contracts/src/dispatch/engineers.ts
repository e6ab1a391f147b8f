import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { visibleTo } from '../redaction.js';
import { staff } from '../staff.js';
import { category, day, id } from '../vocabulary.js';
import { whoCalls } from './order-shape.js';

const route = routesOf('dispatch');

export const candidate = z.object({
  engineerId: id,
  name: z.string(),
  phone: visibleTo(z.string(), whoCalls),
  /** 0 to 100; the reasons say what it is made of. */
  score: z.number(),
  skilled: z.boolean(),
  inTerritory: z.boolean(),
  openOrders: z.int(),
  reasons: z.array(
    z.object({
      code: z.enum(['skill', 'no-skill', 'territory', 'other-territory', 'load', 'free', 'maintainer', 'off-roster']),
      points: z.number(),
      text: z.string(),
    }),
  ),
});
export type Candidate = z.output<typeof candidate>;

export const engineer = z.object({
  id,
  name: z.string(),
  phone: visibleTo(z.string(), whoCalls),
  skills: z.array(category),
  territories: z.array(z.string()),
  homePlace: z.string(),
  openOrders: z.int(),
});
export type Engineer = z.output<typeof engineer>;

export const EngineerRegistered = defineEvent(
  'dispatch.engineer-registered.v1',
  'An engineer is on the roster, with skills and territories.',
  z.object({
    engineerId: id,
    name: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    skills: z.array(category),
    territories: z.array(z.string()),
    homePlace: z.string(),
    joinedOn: day,
  }),
);

export const listEngineers = route({
  name: 'listEngineers',
  method: 'GET',
  path: '/engineers',
  may: staff,
  summary: 'The roster.',
  query: paging,
  reply: page(engineer),
});
export const listCandidates = route({
  name: 'listCandidates',
  method: 'GET',
  path: '/orders/:orderId/candidates',
  may: ['dispatcher', 'manager'],
  summary: 'Who could go, best first, with the reasons.',
  params: z.object({ orderId: id }),
  reply: z.object({ items: z.array(candidate) }),
});
