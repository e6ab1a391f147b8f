import { z } from 'zod';
import { conduct, partLine, person } from '../promise.js';
import { visibleTo } from '../redaction.js';
import type { Role } from '../vocabulary.js';
import { category, id, impact, instant, nature } from '../vocabulary.js';

/** Phones are for those whose work is to call. */
export const whoCalls: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'engineer', 'customer-specialist'];

export const orderStatus = z.enum([
  'open',
  'assigned',
  'accepted',
  'departed',
  'arrived',
  'awaiting-signature',
  'signed',
  'closed',
]);
export type OrderStatus = z.output<typeof orderStatus>;

/** Whether what the order is to carry is set aside: the release gate looks at it before departure. */
export const partsState = z.enum(['none-needed', 'pending', 'reserved', 'short']);
export type PartsState = z.output<typeof partsState>;

const carried = partLine.extend({
  name: z.string().nullable(),
  model: z.string().nullable(),
  place: z.string().nullable(),
});

export const order = z.object({
  id,
  number: z.string(),
  status: orderStatus,
  type: z.enum(['repair']),
  requestId: id,
  requestNumber: z.string(),
  customerId: id,
  customerName: z.string(),
  siteId: id,
  siteName: z.string(),
  siteAddress: z.string(),
  territory: z.string(),
  equipmentId: id.nullable(),
  equipmentName: z.string().nullable(),
  equipmentModel: z.string().nullable(),
  serialNumber: z.string().nullable(),
  reportedBy: z.object({ name: z.string(), phone: visibleTo(z.string(), whoCalls).nullable() }),
  description: z.string(),
  /** Impact and, until it is assigned, location are null where nobody has said them yet. */
  impact: impact.nullable(),
  measuresTaken: z.string().nullable(),
  warranty: z.object({ state: z.string().nullable(), chargeable: z.boolean() }),
  reportedAt: instant,
  arriveBy: instant.nullable(),
  resolveBy: instant.nullable(),
  openedAt: instant,
  /** What the order states before departure (S-39, S-40); from the report until it is assigned. */
  cause: z.string().nullable(),
  nature,
  category,
  location: z.string().nullable(),
  partsToCarry: z.array(carried),
  toolsToCarry: z.array(z.string()),
  parts: z.object({
    state: partsState,
    missing: z.array(z.object({ partId: id, name: z.string(), quantity: z.int() })),
    purchaseOrderNumber: z.string().nullable(),
  }),
  engineer: z.object({ engineerId: id, name: z.string(), phone: visibleTo(z.string(), whoCalls) }).nullable(),
  assignedBy: person.nullable(),
  assignedAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  releaseException: z.object({ reason: z.string(), by: person, at: instant }).nullable(),
  departedAt: instant.nullable(),
  expectedArrivalAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  conduct: conduct.nullable(),
  measures: z
    .object({ content: z.string(), completedAt: instant, partsUsed: z.array(carried), siteCleaned: z.boolean() })
    .nullable(),
  signature: z.object({ signedBy: z.string(), signedAt: instant }).nullable(),
  closedAt: instant.nullable(),
  closedBy: person.nullable(),
  support: z.array(
    z.object({
      supportRequestId: id,
      question: z.string(),
      status: z.enum(['raised', 'accepted', 'answered']),
      answer: z.string().nullable(),
      by: z.string().nullable(),
      raisedAt: instant,
    }),
  ),
  /** Commands possible in this situation. */
  possible: z.array(
    z.enum([
      'assign',
      'accept',
      'except-release',
      'depart',
      'arrive',
      'record-measures',
      'sign',
      'close',
      'ask-support',
    ]),
  ),
  version: z.int(),
});
export type Order = z.output<typeof order>;
