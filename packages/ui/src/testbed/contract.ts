import { page, paging, routesOf, text, typedLine } from '@pledge/contracts';
import { z } from 'zod';

const route = routesOf('dispatch');
const id = z.uuid();
const instant = z.iso.datetime({ offset: true });

export const ticketStatus = z.enum(['open', 'assigned', 'closed']);
export const ticket = z.object({
  id,
  number: z.string(),
  title: z.string(),
  status: ticketStatus,
  cause: z.string().nullable(),
  level: z.int().nullable(),
  dueAt: instant,
  doneAt: instant.nullable(),
  notes: z.array(z.string()),
  possible: z.array(z.enum(['assign', 'close', 'note'])),
  version: z.int(),
});
export type Ticket = z.output<typeof ticket>;

const one = z.object({ ticketId: id });

export const listTickets = route({
  name: 'listTickets',
  method: 'GET',
  path: '/tickets',
  may: 'anyone',
  summary: 'A list.',
  query: paging.extend({
    status: ticketStatus.optional(),
    open: z.stringbool().optional(),
    q: typedLine(100).optional(),
  }),
  reply: page(ticket),
});
export const getTicket = route({
  name: 'getTicket',
  method: 'GET',
  path: '/tickets/:ticketId',
  may: 'anyone',
  summary: 'A record.',
  params: one,
  reply: ticket,
});
/** One field of each kind that the kit has a widget for, and one that it has none for. */
export const assignTicket = route({
  name: 'assignTicket',
  method: 'POST',
  path: '/tickets/:ticketId/assign',
  may: 'anyone',
  summary: 'A form.',
  params: one,
  body: z.object({
    who: z.enum(['li', 'wang']),
    cause: text(20),
    level: z.int().min(1).max(9),
    arriveAt: instant,
    tools: z.array(text(10)).max(3).default([]),
    told: z.boolean(),
    duties: z.object({ badge: z.boolean(), shoes: z.boolean() }),
    remark: text(400).optional(),
    occurredAt: instant.optional(),
  }),
  reply: ticket,
  refusals: { 'li-is-away': 'Li is away.' },
});
export const noteTicket = route({
  name: 'noteTicket',
  method: 'POST',
  path: '/tickets/:ticketId/note',
  may: 'anyone',
  summary: 'A command that is not the next step.',
  params: one,
  body: z.object({ note: text(200) }),
  reply: ticket,
});
export const closeTicket = route({
  name: 'closeTicket',
  method: 'POST',
  path: '/tickets/:ticketId/close',
  may: 'anyone',
  summary: 'A command that is confirmed.',
  params: one,
  reply: ticket,
});
