import { z } from 'zod';
import { page, paging, routesOf } from '../define-route.js';
import { staffAndCustomers } from '../staff.js';
import { faultTerms } from '../promise.js';
import { category, day, id, instant, nature, quantity, warrantyState, typedLine } from '../vocabulary.js';

const route = routesOf('archives');

const search = typedLine(100).optional();

export const customer = z.object({
  id,
  code: z.string(),
  name: z.string(),
  initials: z.string(),
  industry: z.string(),
  contacts: z.array(
    z.object({ id, name: z.string(), phone: z.string(), email: z.string().nullable(), duty: z.string() }),
  ),
  terms: faultTerms,
  maintainer: z.object({ engineerId: id, name: z.string() }).nullable(),
  siteCount: z.int(),
  equipmentCount: z.int(),
  version: z.int(),
});
export type Customer = z.output<typeof customer>;

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

export const equipment = z.object({
  id,
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  name: z.string(),
  model: z.string(),
  manufacturer: z.string(),
  serialNumber: z.string(),
  category,
  location: z.string(),
  commissionedOn: day.nullable(),
  warranty: z.object({ state: warrantyState, endsOn: day.nullable() }),
  version: z.int(),
});
export type Equipment = z.output<typeof equipment>;

export const repairRecord = z.object({
  id,
  requestId: id,
  requestNumber: z.string(),
  orderId: id,
  orderNumber: z.string(),
  customerId: id,
  siteId: id,
  equipmentId: id.nullable(),
  cause: z.string(),
  nature,
  category,
  measures: z.string(),
  parts: z.array(z.object({ partId: id, name: z.string(), quantity })),
  engineerName: z.string(),
  signedBy: z.string(),
  signedAt: instant,
});
export type RepairRecord = z.output<typeof repairRecord>;

export const listCustomers = route({
  name: 'listCustomers',
  method: 'GET',
  path: '/customers',
  may: staffAndCustomers,
  summary: "Customers by name, code, pinyin initials, or a contact's phone.",
  query: paging.extend({ q: search }),
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
export const listSites = route({
  name: 'listSites',
  method: 'GET',
  path: '/sites',
  may: staffAndCustomers,
  summary: 'Sites of a customer.',
  query: paging.extend({ customerId: id.optional(), q: search }),
  reply: page(site),
});
export const listEquipment = route({
  name: 'listEquipment',
  method: 'GET',
  path: '/equipment',
  may: staffAndCustomers,
  summary: 'The installed base, with the state of each warranty today; by name, model, serial number or place.',
  query: paging.extend({ siteId: id.optional(), customerId: id.optional(), q: search }),
  reply: page(equipment),
});
export const getEquipment = route({
  name: 'getEquipment',
  method: 'GET',
  path: '/equipment/:equipmentId',
  may: staffAndCustomers,
  summary: 'One piece of equipment.',
  params: z.object({ equipmentId: id }),
  reply: equipment,
});
export const listRepairRecords = route({
  name: 'listRepairRecords',
  method: 'GET',
  path: '/repair-records',
  may: staffAndCustomers,
  summary: 'The repair file of a customer, a site or a piece of equipment, newest first.',
  query: paging.extend({
    equipmentId: id.optional(),
    customerId: id.optional(),
    siteId: id.optional(),
    requestId: id.optional(),
  }),
  reply: page(repairRecord),
});
