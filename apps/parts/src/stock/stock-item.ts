import type { EventOf } from '@pledge/contracts/events';
import { StockReceived } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

/** No place holds more of a part than this: whoever says so has mistyped. */
export const mostOnHand = 1_000_000;

/** A part at a place. */
export type StockItem =
  | { readonly status: 'absent' }
  | {
      readonly status: 'kept';
      readonly partId: string;
      readonly placeId: string;
      readonly place: string;
      readonly onHand: number;
    };

export type StockCommand = { readonly stockId: string; readonly quantity: number; readonly reference: string } & (
  | { readonly type: 'open'; readonly partId: string; readonly placeId: string; readonly place: string }
  | { readonly type: 'receive' }
);

export type StockEvent = EventOf<typeof StockReceived>;

export const stockItem: Decider<StockCommand, StockItem, StockEvent> = {
  initial: { status: 'absent' },

  decide(command, item, now) {
    const { stockId, quantity, reference } = command;
    switch (command.type) {
      case 'open': {
        if (item.status === 'kept') throw new Refusal('stock-already-kept');
        const { partId, placeId, place } = command;
        return [StockReceived.of({ stockId, partId, placeId, place, quantity, reference, receivedAt: now })];
      }
      case 'receive': {
        if (item.status === 'absent') throw new Refusal('stock-not-kept');
        const { partId, placeId, place, onHand } = item;
        if (onHand + quantity > mostOnHand) throw new Refusal('stock-too-large', { onHand, mostOnHand }, '/quantity');
        return [StockReceived.of({ stockId, partId, placeId, place, quantity, reference, receivedAt: now })];
      }
    }
  },

  evolve(item, { data: { partId, placeId, place, quantity } }) {
    const onHand = item.status === 'kept' ? item.onHand : 0;
    return { status: 'kept', partId, placeId, place, onHand: onHand + quantity };
  },
};
