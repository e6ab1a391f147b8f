import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { id, instant, requestKind, typedLine } from '../vocabulary.js';
import { staff } from '../staff.js';
import { request } from './intake.js';

const route = routesOf('intake');

/** Where everything of a caller's stands, to be read out (S-15). */
export const standing = z.object({
  id,
  number: z.string(),
  kind: requestKind,
  status: request.shape.status,
  subject: z.string(),
  siteName: z.string().nullable(),
  receivedAt: instant,
  holder: request.shape.holder,
  waitingFor: request.shape.waitingFor,
  nextPromise: z.object({ promise: z.string(), dueAt: instant, state: z.string() }).nullable(),
  /** The newest entry of its timeline. */
  last: z.object({ type: z.string(), at: instant, by: z.string().nullable() }).nullable(),
});
export type Standing = z.output<typeof standing>;
export const getStanding = route({
  name: 'getStanding',
  method: 'GET',
  path: '/standing',
  may: staff,
  summary: 'Where everything of a caller stands, by a number or a phone we know (S-15); open ones first.',
  query: paging.extend({
    number: typedLine(40).optional(),
    phone: typedLine(40).optional(),
    customerId: id.optional(),
  }),
  reply: page(standing),
});
