import { Module } from '@nestjs/common';
import type { DeclaredReaction, Told } from '@pledge/application';
import { aggregate, aggregateModule, listOf, on, projectionOf } from '@pledge/application';
import { PurchaseReceived } from '@pledge/contracts/events';
import type { Stock } from '@pledge/contracts/http';
import { listStock, stockRoutes } from '@pledge/contracts/http';
import type { RecordStore } from '@pledge/messaging';
import { Commands, question } from '@pledge/messaging';
import { v5 } from 'uuid';
import { PlacesController } from './places.controller.js';
import type { KeptItem, StockCommand, StockEvent, StockItem } from './stock-item.js';
import { stockItem } from './stock-item.js';

export abstract class StockItems extends Commands<StockCommand, StockEvent, Stock> {}

interface Row extends Omit<KeptItem, 'status'> {
  readonly version: number;
}

/** Columns and no document: reservations move the same shelves, so the row is locked where it is read. */
const store: RecordStore<StockItem> = {
  load: (stockId) =>
    question(
      `select part_id as "partId", place_id as "placeId", place, on_hand as "onHand", version
       from stock where stock_id = $1 for update`,
      [stockId],
      ([row]: readonly Row[]) => {
        if (!row) return undefined;
        const { version, ...item } = row;
        return { state: { status: 'kept', ...item }, version };
      },
    ),
  save(stockId, state, version) {
    if (state.status === 'absent') throw new Error(`stock ${stockId} cannot go back to being absent`);
    return {
      text: `insert into stock (stock_id, part_id, place_id, place, on_hand, version) values ($1, $2, $3, $4, $5, $6)
        on conflict (stock_id) do update set on_hand = excluded.on_hand, version = excluded.version`,
      values: [stockId, state.partId, state.placeId, state.place, state.onHand, version],
    };
  },
};

const view = projectionOf<Stock>({
  from: 'stock s join part p using (part_id)',
  key: 's.stock_id',
  select: {
    ...{ id: 's.stock_id', partId: 's.part_id', code: 'p.code', name: 'p.name', model: 'p.model', unit: 'p.unit' },
    ...{ category: 'p.category', placeId: 's.place_id', place: 's.place' },
    ...{ onHand: 's.on_hand', reserved: 's.reserved', available: 's.available' },
  },
});

export const stockItems = aggregate('stock', stockItem, {
  store,
  isAlone: true,
  view: ({ id }) => view.one(id),
});

/** What is most available first: the same order in which reservations take from the shelves. */
export const stockList = listOf(listStock, view, {
  filters: { partId: 's.part_id', placeId: 's.place_id' },
  search: 'p.search',
  order: [
    ['s.available', 'desc', 'int'],
    ['s.stock_id', 'asc', 'uuid'],
  ],
});

const stockOfPart = '5d0f6b0e-7a4c-5d9e-8f21-6c3b2a190f44';
/** The shelf of a part at a place; one that is not kept yet has an id that follows from both. */
const shelfOf = (partId: string, placeId: string) =>
  question(
    'select coalesce((select stock_id from stock where part_id = $1 and place_id = $2), $3::uuid) as id',
    [partId, placeId, v5(`${partId}/${placeId}`, stockOfPart)],
    ([row]: readonly { id: string }[]) => row?.id,
  );

export const stockReactions: readonly DeclaredReaction<StockCommand>[] = [
  on(PurchaseReceived, 'parts-shelves-purchase', ({ number: reference, placeId, place, lines }) =>
    lines.flatMap(({ partId, quantity }): Told<StockCommand>[] =>
      quantity > 0
        ? [[{ find: shelfOf(partId, placeId) }, { type: 'shelve', partId, placeId, place, quantity, reference }]]
        : [],
    ),
  ),
];

@Module(
  aggregateModule(stockItems, StockItems, {
    commands: stockRoutes,
    lists: [stockList],
    reactions: stockReactions,
    controllers: [PlacesController],
  }),
)
export class StockModule {}
