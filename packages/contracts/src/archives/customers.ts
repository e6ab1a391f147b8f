import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { faultTerms } from '../promise.js';
import { visibleTo } from '../redaction.js';
import { staffAndCustomers } from '../staff.js';
import type { Role } from '../vocabulary.js';
import { id, instant, typedLine } from '../vocabulary.js';

const route = routesOf('archives');

/** Who has to call people, and so reads their numbers. */
export const customerCallers: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'customer-specialist'];

export const customer = z.object({
  id,
  code: z.string(),
  name: z.string(),
  initials: z.string(),
  industry: z.string(),
  contacts: z.array(
    z.object({
      id,
      name: z.string(),
      phone: visibleTo(z.string(), customerCallers),
      email: z.string().nullable(),
      duty: z.string(),
    }),
  ),
  terms: faultTerms,
  maintainer: z.object({ engineerId: id, name: z.string() }).nullable(),
  siteCount: z.int(),
  equipmentCount: z.int(),
  version: z.int(),
});
export type Customer = z.output<typeof customer>;

export const CustomerRegistered = defineEvent(
  'archives.customer-registered.v1',
  'A customer is on file, with contacts and the terms of their contract.',
  z.object({
    customerId: id,
    code: z.string(),
    name: z.string(),
    /** Initials of the name in pinyin, for search by keyboard. */
    initials: z.string(),
    industry: z.string(),
    contacts: z.array(
      z.object({ contactId: id, name: z.string(), phone: z.string(), email: z.string().nullable(), duty: z.string() }),
    ),
    terms: faultTerms,
    /** The dedicated maintenance staff of a customer in warranty. */
    maintainer: z.object({ engineerId: id, name: z.string() }).nullable(),
    registeredAt: instant,
  }),
);

export const listCustomers = route({
  name: 'listCustomers',
  method: 'GET',
  path: '/customers',
  may: staffAndCustomers,
  summary: "Customers by name, code, pinyin initials, or a contact's phone.",
  query: paging.extend({ q: typedLine(100).optional() }),
  reply: page(customer),
});
export const getCustomer = route({
  name: 'getCustomer',
  method: 'GET',
  path: '/customers/:customerId',
  may: staffAndCustomers,
  summary: 'One customer.',
  params: z.object({ customerId: id }),
  reply: customer,
});
