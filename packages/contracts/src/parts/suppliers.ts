import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, creates, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { person, phone } from '../promise.js';
import { staff } from '../staff.js';
import { id, instant, personName, text, typedLine } from '../vocabulary.js';

const route = routesOf('parts');

export const supplier = z.object({
  id,
  name: z.string(),
  contact: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  status: z.enum(['active', 'suspended']),
  suspendedBecause: z.string().nullable(),
  /** Purchase orders with them that are neither closed nor cancelled. */
  openOrders: z.int(),
  possible: z.array(z.enum(['correct-contact', 'suspend', 'reinstate'])),
  version: z.int(),
});
export type Supplier = z.output<typeof supplier>;

const about = { supplierId: id, name: z.string() };
export const SupplierRegistered = defineEvent(
  'parts.supplier-registered.v1',
  'Parts may be ordered from a supplier.',
  z.object({ ...about, contact: z.string(), phone: z.string(), email: z.string().optional(), registeredAt: instant }),
);
export const SupplierSuspended = defineEvent(
  'parts.supplier-suspended.v1',
  'Nothing is ordered from a supplier until they are reinstated.',
  z.object({ ...about, reason: z.string(), by: person, at: instant }),
);
export const SupplierReinstated = defineEvent(
  'parts.supplier-reinstated.v1',
  'A suspended supplier may be ordered from again.',
  z.object({ ...about, by: person, at: instant }),
);
export const SupplierContactCorrected = defineEvent(
  'parts.supplier-contact-corrected.v1',
  'Somebody else is to be called at a supplier.',
  z.object({ ...about, contact: z.string(), phone: z.string(), by: person, at: instant }),
);
export const supplierEvents = { SupplierRegistered, SupplierContactCorrected, SupplierSuspended, SupplierReinstated };

const record = defineRecord({ service: 'parts', path: '/suppliers', key: 'supplierId', reply: supplier });

export const registerSupplier = creates(record, 'register', {
  name: 'registerSupplier',
  may: ['buyer', 'materials-manager'],
  summary: 'Note a supplier (S-69).',
  body: z.object({ name: text(120), contact: personName(60), phone, email: z.email().max(254).optional() }),
});
export const correctSupplierContact = command(record, 'correct-contact', {
  name: 'correctSupplierContact',
  may: ['buyer', 'materials-manager'],
  summary: 'Note whom to call at a supplier.',
  body: z.object({ contact: personName(60), phone }),
});
export const suspendSupplier = command(record, 'suspend', {
  name: 'suspendSupplier',
  may: ['materials-manager'],
  summary: 'Order nothing more from a supplier.',
  body: z.object({ reason: text(500) }),
  refusals: { 'supplier-suspended': { zh: '该供应商已暂停合作。', en: 'The supplier is suspended already.' } },
});
export const reinstateSupplier = command(record, 'reinstate', {
  name: 'reinstateSupplier',
  may: ['materials-manager'],
  summary: 'Order from a suspended supplier again.',
  refusals: { 'supplier-not-suspended': { zh: '该供应商未被暂停。', en: 'The supplier is not suspended.' } },
});
export const supplierRoutes = {
  register: registerSupplier,
  'correct-contact': correctSupplierContact,
  suspend: suspendSupplier,
  reinstate: reinstateSupplier,
};

export const listSuppliers = route({
  name: 'listSuppliers',
  method: 'GET',
  path: '/suppliers',
  may: staff,
  summary: 'Suppliers by name.',
  query: paging.extend({ q: typedLine(100).optional(), status: supplier.shape.status.optional() }),
  reply: page(supplier),
});
