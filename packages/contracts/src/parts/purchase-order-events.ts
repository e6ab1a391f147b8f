import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { person, stampedPromise } from '../promise.js';
import { day, id, instant, quantity } from '../vocabulary.js';
import { missingLine } from './reservations.js';

const about = { purchaseOrderId: id, number: z.string(), orderId: id.nullable(), requestId: id.nullable() };

export const PurchaseOrderDrafted = defineEvent(
  'parts.purchase-order-drafted.v1',
  'A purchase order waits for its buyer: for what an order lacks, or for what somebody asked for.',
  z.object({
    ...about,
    lines: z.array(missingLine),
    reason: z.string().nullable(),
    draftedBy: person.nullable(),
    draftedAt: instant,
  }),
);
export const PurchaseOrderChanged = defineEvent(
  'parts.purchase-order-changed.v1',
  'What is to be ordered is another; whoever approved it has not approved this.',
  z.object({
    ...about,
    lines: z.array(missingLine),
    /** Of an approval that no longer stands, where there was one. */
    promiseIds: z.array(id).optional(),
    by: person,
    at: instant,
  }),
);
export const PurchaseSubmitted = defineEvent(
  'parts.purchase-submitted.v1',
  'A buyer asks for approval, with supplier and prices.',
  z.object({
    ...about,
    supplierId: id,
    supplierName: z.string(),
    /** In fen. */
    prices: z.array(z.object({ partId: id, unitPrice: z.int() })),
    amount: z.int(),
    expectedOn: day,
    by: person,
    at: instant,
  }),
);
export const PurchaseApproved = defineEvent(
  'parts.purchase-approved.v1',
  'Somebody else than the buyer approved; where it is whole, the parts are promised from now on (S-72).',
  z.object({
    ...about,
    by: person,
    role: z.enum(['materials-manager', 'manager']),
    at: instant,
    /** False where a manager is still to approve. */
    whole: z.boolean(),
    /** One a line, once it is whole. */
    promises: z.array(z.object({ partId: id, stamped: stampedPromise })),
  }),
);
export const PurchaseRejected = defineEvent(
  'parts.purchase-rejected.v1',
  'It goes back to its buyer, with the reason.',
  z.object({ ...about, reason: z.string(), by: person, at: instant }),
);
export const PurchaseOrdered = defineEvent(
  'parts.purchase-ordered.v1',
  'The supplier confirmed a day.',
  z.object({ ...about, confirmedOn: day, by: person, at: instant }),
);
export const acceptedLine = z.object({
  partId: id,
  quantity: z.int().min(0),
  rejected: z.int().min(0),
  serials: z.array(z.string()),
});
export const PurchaseReceived = defineEvent(
  'parts.purchase-received.v1',
  'What was ordered came in, in part or whole; what was accepted goes on the shelf of this place.',
  z.object({
    ...about,
    lines: z.array(acceptedLine),
    placeId: id,
    place: z.string(),
    certificate: z.string(),
    /** True where nothing more is to come. */
    whole: z.boolean(),
    by: person,
    at: instant,
  }),
);
export const PurchaseLineSupplied = defineEvent(
  'parts.purchase-line-supplied.v1',
  'A part that was promised is with the order that waited, or on its shelf.',
  z.object({ ...about, partId: id, quantity, promiseId: id, suppliedAt: instant }),
);
export const PurchaseClosed = defineEvent(
  'parts.purchase-closed.v1',
  'All that was ordered came in and is where it was wanted.',
  z.object({ ...about, closedAt: instant }),
);
export const PurchaseCancelled = defineEvent(
  'parts.purchase-cancelled.v1',
  'Nothing is to come any more; its promises no longer stand.',
  z.object({ ...about, reason: z.string(), promiseIds: z.array(id), by: person, at: instant }),
);
export const purchaseOrderEvents = {
  PurchaseOrderDrafted,
  PurchaseOrderChanged,
  PurchaseSubmitted,
  PurchaseApproved,
  PurchaseRejected,
  PurchaseOrdered,
  PurchaseReceived,
  PurchaseLineSupplied,
  PurchaseClosed,
  PurchaseCancelled,
};
