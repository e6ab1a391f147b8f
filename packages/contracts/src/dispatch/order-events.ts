import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { conduct, handOff, handOffAcceptance, partLine, person } from '../promise.js';
import { category, id, instant, nature } from '../vocabulary.js';

const order = { orderId: id, number: z.string(), requestId: id };

export const OrderOpened = defineEvent(
  'dispatch.order-opened.v1',
  'The one dispatch order of a fault exists.',
  z.object({ ...order, requestNumber: z.string(), customerId: id, siteId: id, openedAt: instant }),
);

export const DispatchHandOffAccepted = defineEvent(
  'dispatch.handoff-accepted.v1',
  'Dispatch is responsible from now on.',
  handOffAcceptance,
);

export const OrderAssigned = defineEvent(
  'dispatch.order-assigned.v1',
  'An engineer is to go, with these parts and tools; an earlier assignment is replaced.',
  z.object({
    ...order,
    /** Counts the assignments of the order from 1: a later one replaces the reservation of the earlier. */
    assignment: z.int().positive(),
    engineerId: id,
    engineerName: z.string(),
    previousEngineerId: id.nullable(),
    siteId: id,
    siteName: z.string(),
    cause: z.string(),
    nature,
    category,
    location: z.string(),
    partsToCarry: z.array(partLine),
    /** When the user was promised that it works again: whose parts come first. */
    resolveBy: instant.nullable().optional(),
    toolsToCarry: z.array(z.string()),
    assignedBy: person,
    assignedAt: instant,
  }),
);

export const OrderAccepted = defineEvent(
  'dispatch.order-accepted.v1',
  'The engineer took the order.',
  z.object({ ...order, engineerId: id, acceptedAt: instant }),
);

export const ReleaseExcepted = defineEvent(
  'dispatch.release-excepted.v1',
  'The order may leave although parts are not set aside: a named person signed for it.',
  z.object({ ...order, reason: z.string(), by: person, exceptedAt: instant }),
);

export const EngineerDeparted = defineEvent(
  'dispatch.engineer-departed.v1',
  'The engineer is on the way; the user is to be told the expected arrival.',
  z.object({
    ...order,
    requestNumber: z.string(),
    engineerId: id,
    engineerName: z.string(),
    siteName: z.string(),
    departedAt: instant,
    expectedArrivalAt: instant,
  }),
);

export const EngineerArrived = defineEvent(
  'dispatch.engineer-arrived.v1',
  'The engineer is on site.',
  z.object({ ...order, engineerId: id, engineerName: z.string(), conduct, arrivedAt: instant, recordedAt: instant }),
);

export const MeasuresRecorded = defineEvent(
  'dispatch.measures-recorded.v1',
  'Service is restored and what was done is written down.',
  z.object({
    ...order,
    engineerId: id,
    content: z.string(),
    completedAt: instant,
    recordedAt: instant,
    partsUsed: z.array(partLine),
    siteCleaned: z.boolean(),
  }),
);

export const OrderSigned = defineEvent(
  'dispatch.order-signed.v1',
  'The user signed for the work; carries what the repair file needs.',
  z.object({
    ...order,
    requestNumber: z.string(),
    customerId: id,
    siteId: id,
    equipmentId: id.nullable(),
    engineerId: id,
    engineerName: z.string(),
    cause: z.string(),
    nature,
    category,
    location: z.string(),
    measures: z.string(),
    partsUsed: z.array(partLine),
    arrivedAt: instant,
    completedAt: instant,
    signedBy: z.string(),
    signedAt: instant,
  }),
);

export const OrderClosed = defineEvent(
  'dispatch.order-closed.v1',
  'The order is done; the request is handed to supervision for verification.',
  z.object({ ...order, requestNumber: z.string(), closedBy: person, closedAt: instant, handOff }),
);

export const SupportRequested = defineEvent(
  'dispatch.support-requested.v1',
  'Dispatch asks technical support for help with an order.',
  z.object({
    ...order,
    requestNumber: z.string(),
    supportRequestId: id,
    question: z.string(),
    raisedBy: person,
    raisedAt: instant,
    handOff,
  }),
);

/** What an order says to others. */
export const orderEvents = {
  OrderOpened,
  DispatchHandOffAccepted,
  OrderAssigned,
  OrderAccepted,
  ReleaseExcepted,
  EngineerDeparted,
  EngineerArrived,
  MeasuresRecorded,
  OrderSigned,
  OrderClosed,
  SupportRequested,
};
