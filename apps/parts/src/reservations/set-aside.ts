import { PartsReserved, PartsShort, PurchaseOrderDrafted } from '@pledge/contracts/events';
import { nothingKnown, tellPlaced, tellWanted } from './lines.js';
import type { Reservation, ReservationEvent, Reserve } from './situation.js';
import { holdsOf, putBack } from './situation.js';
import { beyond, fullestFirst, merged, offersFor, takeFrom } from './shelves.js';

/**
 * Sets aside what an order is to carry, from the fullest place of each part first: the place that the stock list shows on top,
 * and the next only where that one has too little. A later assignment gives back what the earlier one held. What is short is
 * ordered, unless it is on a purchase order of this order already.
 */
export function setAside(command: Reserve, before: Reservation, now: string): readonly ReservationEvent[] {
  const { reservationId, orderId, requestId, assignment, known = nothingKnown } = command;
  if (before.status !== 'none' && assignment <= before.assignment) return [];

  const about = { reservationId, orderId, requestId, assignment };
  const holds = holdsOf(before);
  const wanted = merged(command.lines);
  const waiting = before.status === 'reserved' || before.status === 'short';
  if (wanted.length === 0) return waiting ? [putBack(command, assignment, now)] : [];

  const { taken, missing } = takeFrom(wanted, [...offersFor(known.shelves, holds)].sort(fullestFirst));
  const lines = tellPlaced(taken, known);
  if (missing.length === 0) return [PartsReserved.of({ ...about, lines, reservedAt: now })];

  const purchases = before.status === 'none' ? [] : before.purchases;
  const lacking = beyond(
    missing,
    purchases.flatMap((purchase) => purchase.lines),
  );
  const earlier = purchases.at(-1);
  if (lacking.length === 0 && earlier) {
    const { purchaseOrderId } = earlier;
    return [PartsShort.of({ ...about, lines, missing: tellWanted(missing, known), purchaseOrderId, shortAt: now })];
  }
  const { purchaseOrderId } = command;
  return [
    PartsShort.of({ ...about, lines, missing: tellWanted(missing, known), purchaseOrderId, shortAt: now }),
    PurchaseOrderDrafted.of({
      orderId,
      requestId,
      purchaseOrderId,
      number: known.purchaseOrderNumber,
      lines: tellWanted(lacking, known),
      draftedAt: now,
    }),
  ];
}
