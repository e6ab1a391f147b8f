import type { Decider } from '@pledge/kernel';
import { setAside } from './set-aside.js';
import type { Placed } from './shelves.js';
import { merged, mergedPlaces } from './shelves.js';
import type { Book, Reservation, ReservationCommand, ReservationEvent } from './situation.js';
import { putBack } from './situation.js';
import { usedUp } from './used-up.js';

export const reservation: Decider<ReservationCommand, Reservation, ReservationEvent> = {
  initial: { status: 'none' },

  decide(command, before, now) {
    switch (command.type) {
      case 'reserve':
        return setAside(command, before, now);
      case 'consume':
        return usedUp(command, before, now);
      case 'release':
        if (before.status !== 'reserved' && before.status !== 'short') return [];
        return [putBack(command, before.assignment, now)];
    }
  },

  evolve(before, event) {
    switch (event.type) {
      case 'parts.reserved.v1': {
        const { assignment, lines, reservedAt } = event.data;
        return { ...bookOf(before, event.data), assignment, reservedAt, status: 'reserved', holds: placed(lines) };
      }
      case 'parts.short.v1': {
        const { assignment, lines, missing, shortAt: reservedAt } = event.data;
        const book = { ...bookOf(before, event.data), assignment, reservedAt };
        return { ...book, status: 'short', holds: placed(lines), missing };
      }
      case 'parts.purchase-order-drafted.v1': {
        const { purchaseOrderId, number, lines, draftedAt } = event.data;
        if (before.status === 'none') return before;
        return { ...before, purchases: [...before.purchases, { purchaseOrderId, number, lines, draftedAt }] };
      }
      case 'parts.consumed.v1': {
        const { lines, unaccounted, consumedAt } = event.data;
        const book = bookOf(before, event.data, consumedAt);
        return settled({
          ...book,
          taken: mergedPlaces([...book.taken, ...placed(lines)]),
          unaccounted: merged([...book.unaccounted, ...unaccounted]),
        });
      }
      case 'parts-put-back': {
        const { assignment, putBackAt } = event.data;
        return settled({ ...bookOf(before, event.data, putBackAt), assignment });
      }
    }
  },
};

/** Nothing is set aside any more. */
const settled = (book: Book): Reservation => ({
  ...book,
  status: book.taken.length + book.unaccounted.length > 0 ? 'consumed' : 'released',
});

const placed = (lines: readonly Placed[]): readonly Placed[] =>
  lines.map(({ partId, placeId, quantity }) => ({ partId, placeId, quantity }));

function bookOf(state: Reservation, about: { orderId: string; requestId: string }, at = ''): Book {
  if (state.status === 'none') {
    const { orderId, requestId } = about;
    return { orderId, requestId, assignment: 0, reservedAt: at, taken: [], unaccounted: [], purchases: [] };
  }
  const { orderId, requestId, assignment, reservedAt, taken, unaccounted, purchases } = state;
  return { orderId, requestId, assignment, reservedAt, taken, unaccounted, purchases };
}
