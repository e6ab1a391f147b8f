import { Controller } from '@nestjs/common';
import { MeasuresRecorded, OrderAssigned, OrderClosed } from '@pledge/contracts/events';
import type { Cause, Received } from '@pledge/messaging';
import { On } from '@pledge/messaging';
import { v5 as derivedId } from 'uuid';
import { Reservations } from './reservations.commands.js';

/** Orders' ids become those of their reservations, and causes those of purchase orders, under these name spaces. */
const reservationOfOrder = '0d8f2a51-93b7-5c0e-8e0a-5b7c1d2e3f40';
const purchaseOrderOfCause = '3b1e7c64-2f0d-5a8b-9c1d-7e6f5a4b3c20';

export const reservationIdOf = (orderId: string): string => derivedId(orderId, reservationOfOrder);

@Controller()
export class ReservationReactions {
  constructor(private readonly reservations: Reservations) {}

  @On(OrderAssigned, 'parts-sets-aside')
  assigned({ data }: Received<typeof OrderAssigned>, cause: Cause) {
    const { orderId, requestId, assignment, partsToCarry: lines } = data;
    const reservationId = reservationIdOf(orderId);
    const purchaseOrderId = derivedId(cause.key, purchaseOrderOfCause);
    return this.reservations.handle(
      reservationId,
      { type: 'reserve', reservationId, orderId, requestId, assignment, lines, purchaseOrderId },
      cause,
    );
  }

  @On(MeasuresRecorded, 'parts-takes-out-used')
  measured({ data }: Received<typeof MeasuresRecorded>, cause: Cause) {
    const { orderId, requestId, partsUsed: used } = data;
    const reservationId = reservationIdOf(orderId);
    return this.reservations.handle(reservationId, { type: 'consume', reservationId, orderId, requestId, used }, cause);
  }

  @On(OrderClosed, 'parts-puts-back')
  closed({ data: { orderId, requestId } }: Received<typeof OrderClosed>, cause: Cause) {
    const reservationId = reservationIdOf(orderId);
    return this.reservations.handle(reservationId, { type: 'release', reservationId, orderId, requestId }, cause);
  }
}
