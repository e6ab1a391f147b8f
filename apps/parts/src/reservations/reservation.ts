import type { Decider } from '@pledge/kernel';
import { byCommand, byEvent } from '@pledge/kernel';
import type {
  Book,
  Reservation,
  ReservationCommand,
  ReservationEvent,
  ReservationGiven,
  StockContext,
} from './reservation-state.js';
import { putBack } from './reservation-state.js';
import { refilled, setAside } from './set-aside.js';
import type { Placed } from './shelves.js';
import { merged, mergedPlaces } from './shelves.js';
import { usedUp } from './used-up.js';

export const reservation: Decider<ReservationCommand, Reservation, ReservationEvent, ReservationGiven> = {
  initial: { status: 'absent' },

  decide: byCommand<ReservationCommand, Reservation, ReservationEvent, StockContext>({
    reserve: setAside,
    consume: usedUp,
    refill: refilled,
    release: (command, before, given) =>
      before.status === 'reserved' || before.status === 'short' ? [putBack(command, before.assignment, given)] : [],
  }),

  evolve: byEvent<ReservationEvent, Reservation>({
    'parts.reserved.v1'(before, { data }) {
      const { assignment, lines, reservedAt } = data;
      return { ...bookOf(before, data), assignment, reservedAt, status: 'reserved', holds: placed(lines) };
    },
    'parts.short.v1'(before, { data }) {
      const { assignment, lines, missing, purchaseOrderId, toOrder, shortAt: reservedAt } = data;
      const book = bookOf(before, data);
      const purchases = toOrder.length > 0 ? [...book.purchases, { purchaseOrderId, lines: toOrder }] : book.purchases;
      return { ...book, assignment, reservedAt, purchases, status: 'short', holds: placed(lines), missing };
    },
    'parts.consumed.v1'(before, { data }) {
      const { lines, unaccounted, consumedAt } = data;
      const book = bookOf(before, data, consumedAt);
      return settled({
        ...book,
        taken: mergedPlaces([...book.taken, ...placed(lines)]),
        unaccounted: merged([...book.unaccounted, ...unaccounted]),
      });
    },
    'parts.put-back.v1'(before, { data }) {
      const { assignment, putBackAt } = data;
      return settled({ ...bookOf(before, data, putBackAt), assignment });
    },
  }),
};

/** Nothing is set aside any more. */
const settled = (book: Book): Reservation => ({
  ...book,
  status: book.taken.length + book.unaccounted.length > 0 ? 'consumed' : 'released',
});

const placed = (lines: readonly Placed[]): readonly Placed[] =>
  lines.map(({ partId, placeId, quantity }) => ({ partId, placeId, quantity }));

function bookOf(
  state: Reservation,
  about: { orderId: string; requestId: string; neededBy?: string | null | undefined },
  at = '',
): Book {
  if (state.status === 'absent') {
    const { orderId, requestId, neededBy = null } = about;
    return { orderId, requestId, assignment: 0, reservedAt: at, neededBy, taken: [], unaccounted: [], purchases: [] };
  }
  const { orderId, requestId, assignment, reservedAt, taken, unaccounted, purchases } = state;
  const { neededBy = state.neededBy } = about;
  return { orderId, requestId, assignment, reservedAt, neededBy, taken, unaccounted, purchases };
}
