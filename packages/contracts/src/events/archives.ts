import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { faultTerms } from '../promise.js';
import { category, day, id, instant, nature, quantity } from '../vocabulary.js';

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
