import type { EntityManager } from 'typeorm';
import type { Shelf } from './shelves.js';
import type { Known } from './situation.js';

/** The shelves of these parts, locked until the end of the transaction, always in the same order. */
export const lockedShelves = (tx: EntityManager, partIds: readonly string[]): Promise<Shelf[]> =>
  tx.query(
    `select stock_id as "stockId", part_id as "partId", place_id as "placeId", place, on_hand as "onHand", reserved
     from stock where part_id = any($1) order by stock_id for update`,
    [[...new Set(partIds)]],
  );

export async function catalogueOf(tx: EntityManager, partIds: readonly string[]): Promise<Known['catalogue']> {
  const rows = await tx.query<{ partId: string; name: string; model: string }[]>(
    'select part_id as "partId", name, model from part where part_id = any($1)',
    [[...new Set(partIds)]],
  );
  return Object.fromEntries(rows.map(({ partId, name, model }) => [partId, { name, model }]));
}
