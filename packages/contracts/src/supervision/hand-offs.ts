import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { handOff, promiseSubject } from '../promise.js';
import { staff } from '../staff.js';
import { department, id, instant } from '../vocabulary.js';

const route = routesOf('supervision');

export const HandOffOverdue = defineEvent(
  'supervision.handoff-overdue.v1',
  'A hand-off was not accepted in time; the giver is still responsible.',
  z.object({
    handOffId: id,
    requestId: id,
    subject: promiseSubject.optional(),
    from: department,
    to: department,
    acceptBy: instant,
    at: instant,
  }),
);

export const handOffState = z.enum(['offered', 'overdue', 'accepted', 'declined']);

export const ledgerHandOff = handOff.extend({
  subject: promiseSubject,
  requestId: id,
  state: handOffState,
  acceptedAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
});
export type LedgerHandOff = z.output<typeof ledgerHandOff>;

export const listHandOffs = route({
  name: 'listHandOffs',
  method: 'GET',
  path: '/hand-offs',
  may: staff,
  summary: 'Hand-offs, open ones first.',
  query: paging.extend({ requestId: id.optional(), state: handOffState.optional() }),
  reply: page(ledgerHandOff),
});
