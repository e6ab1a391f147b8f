import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { page, paging, routesOf } from '../define-route.js';
import { staffAndCustomers } from '../staff.js';
import { category, day, id, instant, typedLine, warrantyState } from '../vocabulary.js';

const route = routesOf('archives');

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

export const EquipmentRegistered = defineEvent(
  'archives.equipment-registered.v1',
  'A piece of equipment is in the installed base, and its warranty runs from its commissioning.',
  z.object({
    equipmentId: id,
    customerId: id,
    siteId: id,
    name: z.string(),
    model: z.string(),
    manufacturer: z.string(),
    serialNumber: z.string(),
    category,
    location: z.string(),
    /** On the label: lets anyone in front of the equipment report a fault. */
    qrToken: z.string(),
    commissionedOn: day.nullable(),
    warrantyMonths: z.int().positive(),
    extendedUntil: day.nullable(),
    registeredAt: instant,
  }),
);

export const listEquipment = route({
  name: 'listEquipment',
  method: 'GET',
  path: '/equipment',
  may: staffAndCustomers,
  summary: 'The installed base, with the state of each warranty today; by name, model, serial number or place.',
  query: paging.extend({ siteId: id.optional(), customerId: id.optional(), q: typedLine(100).optional() }),
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
