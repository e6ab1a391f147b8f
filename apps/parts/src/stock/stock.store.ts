import type { Store } from '@pledge/messaging';
import type { StockItem } from './stock-item.js';

interface Row {
  readonly partId: string;
  readonly placeId: string;
  readonly place: string;
  readonly onHand: number;
  readonly version: number;
}

export const stockStore: Store<StockItem> = {
  async load(tx, stockId) {
    // The row is locked, because reservations move the same shelves.
    const [row] = await tx.query<Row[]>(
      `select part_id as "partId", place_id as "placeId", place, on_hand as "onHand", version
       from stock where stock_id = $1 for update`,
      [stockId],
    );
    if (!row) return undefined;
    const { version, ...item } = row;
    return { state: { status: 'kept', ...item }, version };
  },

  async save(tx, stockId, state, version) {
    if (state.status === 'absent') throw new Error(`stock ${stockId} cannot go back to being absent`);
    await tx.query(
      `insert into stock (stock_id, part_id, place_id, place, on_hand, version) values ($1, $2, $3, $4, $5, $6)
       on conflict (stock_id) do update set on_hand = excluded.on_hand, version = excluded.version`,
      [stockId, state.partId, state.placeId, state.place, state.onHand, version],
    );
  },
};
