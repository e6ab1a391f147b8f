import { PartsConsumed } from '@pledge/contracts/events';
import type { Consume, Reservation, ReservationEvent, ReservationGiven } from './reservation-state.js';
import { holdsOf, tellPlaced, tellWanted, usedOf } from './reservation-state.js';
import type { Offer, Placed } from './shelves.js';
import { beyond, fullestFirst, heldAt, mergedPlaces, offersFor, takeFrom } from './shelves.js';

/**
 * Takes out of the stock what was used: what was set aside first, beginning where most of it is, then what is free at the same place, then at the fullest. What
 * no shelf has is told as unaccounted; what was set aside and not used goes back. Told again, only what is more counts.
 */
export function usedUp(command: Consume, before: Reservation, given: ReservationGiven): readonly ReservationEvent[] {
  const { orderId, requestId } = command;
  const { id: reservationId, now, context } = given;
  const holds = holdsOf(before);
  const used = beyond(command.used, usedOf(before));
  const waiting = before.status === 'reserved' || before.status === 'short';
  if (used.length === 0 && !waiting) return [];

  const offers = offersFor(context.shelves, holds);
  const aside = offers.map((offer) => ({
    ...offer,
    quantity: Math.min(offer.quantity, heldAt(holds, offer.partId, offer.placeId)),
  }));
  const own = takeFrom(used, aside.sort(fullestFirst));
  const rest = takeFrom(own.missing, [...without(offers, own.taken)].sort(heldThenFullest(holds)));
  return [
    PartsConsumed.of({
      reservationId,
      orderId,
      requestId,
      lines: tellPlaced(mergedPlaces([...own.taken, ...rest.taken]), context),
      unaccounted: tellWanted(rest.missing, context),
      consumedAt: now,
    }),
  ];
}

const without = (offers: readonly Offer[], taken: readonly Placed[]): readonly Offer[] =>
  offers.map((offer) => ({ ...offer, quantity: offer.quantity - heldAt(taken, offer.partId, offer.placeId) }));

const heldThenFullest =
  (holds: readonly Placed[]) =>
  (a: Offer, b: Offer): number =>
    heldAt(holds, b.partId, b.placeId) - heldAt(holds, a.partId, a.placeId) || fullestFirst(a, b);
