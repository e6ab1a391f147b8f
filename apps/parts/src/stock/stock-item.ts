import type { CommandsOf, EventsOf } from '@pledge/contracts';
import { StockReceived } from '@pledge/contracts/events';
import type { stockEvents, stockRoutes } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, Refusal } from '@pledge/kernel';

/** No place holds more of a part than this: whoever says so has mistyped. */
export const mostOnHand = 1_000_000;

/** A part at a place. */
export type StockItem = { readonly status: 'absent' } | KeptItem;
export interface KeptItem {
  readonly status: 'kept';
  readonly partId: string;
  readonly placeId: string;
  readonly place: string;
  readonly onHand: number;
}

interface OpenStock {
  readonly type: 'open';
  readonly partId: string;
  readonly placeId: string;
  readonly place: string;
  readonly quantity: number;
  readonly reference: string;
}

/** What was accepted of a purchase goes on the shelf, also where the part was not kept there before. */
interface Shelve extends Omit<OpenStock, 'type'> {
  readonly type: 'shelve';
}

export type StockCommand = OpenStock | Shelve | CommandsOf<typeof stockRoutes>;
export type StockEvent = EventsOf<typeof stockEvents>;

export const stockItem: Decider<StockCommand, StockItem, StockEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<StockCommand, StockItem, StockEvent>({
    open({ partId, placeId, place, quantity, reference }, item, { id: stockId, now: receivedAt }) {
      if (item.status === 'kept') throw new Refusal('stock-already-kept');
      return [StockReceived.of({ stockId, partId, placeId, place, quantity, reference, receivedAt })];
    },
    shelve({ partId, placeId, place, quantity, reference }, item, { id: stockId, now: receivedAt }) {
      const where = item.status === 'kept' ? { placeId: item.placeId, place: item.place } : { placeId, place };
      return [StockReceived.of({ stockId, partId, ...where, quantity, reference, receivedAt })];
    },
    receive({ quantity, reference }, item, { id: stockId, now: receivedAt }) {
      if (item.status === 'absent') throw new Refusal('stock-not-kept');
      const { partId, placeId, place, onHand } = item;
      if (onHand + quantity > mostOnHand) throw new Refusal('stock-too-large', { onHand, mostOnHand }, '/quantity');
      return [StockReceived.of({ stockId, partId, placeId, place, quantity, reference, receivedAt })];
    },
  }),

  evolve(item, { data: { partId, placeId, place, quantity } }) {
    const onHand = item.status === 'kept' ? item.onHand : 0;
    return { status: 'kept', partId, placeId, place, onHand: onHand + quantity };
  },
};
