import { PartsReserved, PartsShort } from '@pledge/contracts/events';
import type {
  Purchase,
  Refill,
  Reservation,
  ReservationEvent,
  ReservationGiven,
  Reserve,
} from './reservation-state.js';
import { holdsOf, putBack, tellPlaced, tellWanted } from './reservation-state.js';
import { beyond, fullestFirst, merged, mergedPlaces, offersFor, takeFrom } from './shelves.js';

/**
 * Sets aside what an order is to carry, from the fullest place of each part first: the place that the stock list shows on top,
 * and the next only where that one has too little. A later assignment gives back what the earlier one held. What is short is
 * ordered, unless it is on a purchase order of this order already.
 */
export function setAside(command: Reserve, before: Reservation, given: ReservationGiven): readonly ReservationEvent[] {
  const { orderId, requestId, assignment } = command;
  const { id: reservationId, now, context } = given;
  if (before.status !== 'absent' && assignment <= before.assignment) return [];

  const about = { reservationId, orderId, requestId, assignment };
  const holds = holdsOf(before);
  const wanted = merged(command.lines);
  const waiting = before.status === 'reserved' || before.status === 'short';
  if (wanted.length === 0) return waiting ? [putBack(command, assignment, given)] : [];

  const { taken, missing } = takeFrom(wanted, [...offersFor(context.shelves, holds)].sort(fullestFirst));
  const lines = tellPlaced(taken, context);
  const purchases = before.status === 'absent' ? [] : before.purchases;
  if (missing.length === 0) return [PartsReserved.of({ ...about, lines, ...endsOf(purchases), reservedAt: now })];

  const lacking = beyond(
    missing,
    purchases.flatMap((purchase) => purchase.lines),
  );
  const earlier = purchases.at(-1);
  const purchaseOrderId = lacking.length === 0 && earlier ? earlier.purchaseOrderId : given.newId('purchase-order');
  const short = { missing: tellWanted(missing, context), purchaseOrderId, toOrder: tellWanted(lacking, context) };
  const { neededBy } = command;
  return [PartsShort.of({ ...about, lines, ...short, ...(neededBy && { neededBy }), shortAt: now })];
}

/** Takes what came in or got free since: all that is missing, or as much of it as there is. */
export function refilled(_command: Refill, before: Reservation, given: ReservationGiven): readonly ReservationEvent[] {
  if (before.status !== 'short') return [];
  const { id: reservationId, now, context } = given;
  const { orderId, requestId, assignment, holds, purchases } = before;
  const about = { reservationId, orderId, requestId, assignment };
  const { taken, missing } = takeFrom(before.missing, [...offersFor(context.shelves, [])].sort(fullestFirst));
  if (taken.length === 0) return [];
  const lines = tellPlaced(mergedPlaces([...holds, ...taken]), context);
  if (missing.length === 0) return [PartsReserved.of({ ...about, lines, ...endsOf(purchases), reservedAt: now })];
  const purchaseOrderId = purchases.at(-1)?.purchaseOrderId ?? given.newId('purchase-order');
  return [
    PartsShort.of({
      ...about,
      lines,
      missing: tellWanted(missing, context),
      purchaseOrderId,
      toOrder: [],
      shortAt: now,
    }),
  ];
}

/** The purchase orders that end with it. */
const endsOf = (purchases: readonly Purchase[]) =>
  purchases.length > 0 ? { purchaseOrderIds: purchases.map(({ purchaseOrderId }) => purchaseOrderId) } : {};
