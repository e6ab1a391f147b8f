import { describe, expect, it } from '@jest/globals';
import { replay } from '@pledge/kernel';
import { givenFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import { reservation } from './reservation.js';
import { heldAt, type Placed, type Shelf, type Wanted } from './shelves.js';
import type { Reservation, ReservationCommand } from './reservation-state.js';
import { holdsOf, takenOf } from './reservation-state.js';

const parts = ['p1', 'p2'] as const;
const places = ['a', 'b', 'c'] as const;
const orders = ['o1', 'o2', 'o3'] as const;
type Order = (typeof orders)[number];

type Asked =
  | { readonly do: 'reserve'; readonly order: Order; readonly assignment: number; readonly lines: readonly Wanted[] }
  | { readonly do: 'consume'; readonly order: Order; readonly lines: readonly Wanted[] }
  | { readonly do: 'release'; readonly order: Order }
  | { readonly do: 'receive'; readonly line: Placed };

const amount = fc.integer({ min: 1, max: 6 });
const part = fc.constantFrom(...parts, 'unheard');
const lines = fc.array(fc.record({ partId: part, quantity: amount }), { maxLength: 4 });
const order = fc.constantFrom(...orders);
const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ do: fc.constant('reserve' as const), order, assignment: fc.integer({ min: 1, max: 4 }), lines }),
  fc.record({ do: fc.constant('consume' as const), order, lines }),
  fc.record({ do: fc.constant('release' as const), order }),
  fc.record({
    do: fc.constant('receive' as const),
    line: fc.record({ partId: fc.constantFrom(...parts), placeId: fc.constantFrom(...places), quantity: amount }),
  }),
);

/** A whole store room by hand: what was received, and the reservations of a few orders; shelves are counted from them. */
interface Room {
  readonly received: readonly Placed[];
  readonly orders: Readonly<Record<Order, Reservation>>;
}

const shelvesIn = ({ received, orders: all }: Room): readonly Shelf[] =>
  parts.flatMap((partId) =>
    places.map((placeId) => {
      const sum = (of: (state: Reservation) => readonly Placed[]): number =>
        Object.values(all).reduce((total, state) => total + heldAt(of(state), partId, placeId), 0);
      return {
        stockId: `${partId}${placeId}`,
        partId,
        placeId,
        place: placeId,
        onHand: heldAt(received, partId, placeId) - sum(takenOf),
        reserved: sum(holdsOf),
      };
    }),
  );

function commandOf(ask: Exclude<Asked, { do: 'receive' }>): ReservationCommand {
  const about = { orderId: ask.order, requestId: `q-${ask.order}` };
  switch (ask.do) {
    case 'reserve':
      return {
        type: 'reserve',
        ...about,
        assignment: ask.assignment,
        lines: ask.lines,
      };
    case 'consume':
      return { type: 'consume', ...about, used: ask.lines };
    case 'release':
      return { type: 'release', ...about };
  }
}

function after(room: Room, ask: Asked, nth: number): Room {
  if (ask.do === 'receive') return { ...room, received: [...room.received, ask.line] };
  const before = room.orders[ask.order];
  const events = reservation.decide(
    commandOf(ask),
    before,
    givenFor({
      now: '2026-11-22T01:00:00.000Z',
      id: `r-${ask.order}`,
      context: { shelves: shelvesIn(room), catalogue: {} },
      newId: () => `po-${String(nth)}`,
    }),
  );
  return { ...room, orders: { ...room.orders, [ask.order]: replay(reservation, events, before) } };
}

const total = (lines_: readonly Wanted[], partId: string): number =>
  lines_.reduce((sum, line) => (line.partId === partId ? sum + line.quantity : sum), 0);

const empty: Room = {
  received: [],
  orders: { o1: { status: 'absent' }, o2: { status: 'absent' }, o3: { status: 'absent' } },
};

describe('a store room, whatever is asked of it in whatever order', () => {
  const walk = (check: (room: Room, ask: Asked, before: Room) => void): void =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20, size: 'max' }), (steps) => {
        let room = empty;
        for (const [nth, ask] of steps.entries()) {
          const next = after(room, ask, nth);
          check(next, ask, room);
          room = next;
        }
      }),
      { numRuns: 120 },
    );

  it('never has less than nothing, and never more set aside than on hand', () =>
    walk((room) => {
      for (const { onHand, reserved } of shelvesIn(room)) {
        expect(reserved).toBeGreaterThanOrEqual(0);
        expect(onHand).toBeGreaterThanOrEqual(reserved);
      }
    }));

  it('loses nothing: what was received is on hand or was used', () =>
    walk((room) => {
      for (const partId of parts) {
        const onHand = shelvesIn(room).reduce((sum, shelf) => (shelf.partId === partId ? sum + shelf.onHand : sum), 0);
        const used = Object.values(room.orders).reduce((sum, state) => sum + total(takenOf(state), partId), 0);
        expect(onHand + used).toBe(total(room.received, partId));
      }
    }));

  it('sets aside all that is asked for, or all there is', () =>
    walk((room, ask, before) => {
      if (ask.do !== 'reserve' || room.orders[ask.order] === before.orders[ask.order]) return;
      const state = room.orders[ask.order];
      for (const partId of parts) {
        const free = shelvesIn({ ...before, orders: { ...before.orders, [ask.order]: { status: 'absent' } } })
          .filter((shelf) => shelf.partId === partId)
          .reduce((sum, { onHand, reserved }) => sum + onHand - reserved, 0);
        const gone = total(takenOf(before.orders[ask.order]), partId);
        expect(total(holdsOf(state), partId)).toBe(Math.min(total(ask.lines, partId), free - gone));
      }
    }));

  it('has on purchase orders what is missing, and never orders it twice', () =>
    walk((room) => {
      for (const state of Object.values(room.orders)) {
        if (state.status !== 'short') continue;
        const ordered = state.purchases.flatMap((purchase) => purchase.lines);
        for (const { partId, quantity } of state.missing)
          expect(total(ordered, partId)).toBeGreaterThanOrEqual(quantity);
      }
    }));

  it('changes nothing when it is told the same again', () =>
    walk((room, ask) => {
      if (ask.do === 'receive') return;
      expect(after(room, ask, 999)).toEqual(room);
    }));
});
