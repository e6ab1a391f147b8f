import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staffAndCustomers } from '../staff.js';
import { category, id, instant, nature, quantity } from '../vocabulary.js';

const route = routesOf('archives');

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

export const RepairRecorded = defineEvent(
  'archives.repair-recorded.v1',
  "A repair is in the customer's file.",
  z.object({
    repairRecordId: id,
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
    recordedAt: instant,
  }),
);

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
