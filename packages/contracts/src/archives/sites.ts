import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staffAndCustomers } from '../staff.js';
import { id, instant, typedLine } from '../vocabulary.js';

const route = routesOf('archives');

export const site = z.object({
  id,
  customerId: id,
  customerName: z.string(),
  name: z.string(),
  address: z.string(),
  territory: z.string(),
  equipmentCount: z.int(),
  version: z.int(),
});
export type Site = z.output<typeof site>;

export const SiteRegistered = defineEvent(
  'archives.site-registered.v1',
  'A place where a customer has systems of ours.',
  z.object({
    siteId: id,
    customerId: id,
    name: z.string(),
    address: z.string(),
    territory: z.string(),
    registeredAt: instant,
  }),
);

export const listSites = route({
  name: 'listSites',
  method: 'GET',
  path: '/sites',
  may: staffAndCustomers,
  summary: 'Sites of a customer.',
  query: paging.extend({ customerId: id.optional(), q: typedLine(100).optional() }),
  reply: page(site),
});
