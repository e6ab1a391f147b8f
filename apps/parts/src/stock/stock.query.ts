import type { InputOf, listStock, Stock } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { patternOf } from '../search-words.js';

const columns = `
  s.stock_id as id, s.part_id as "partId", p.code, p.name, p.model, p.unit, p.category, s.place_id as "placeId", s.place,
  s.on_hand as "onHand", s.reserved, s.available`;

const lastSeen = z.tuple([z.int32(), z.uuid()]);

/** What is most available first: the same order in which reservations take from the shelves. */
export async function pageOfStock(
  tx: EntityManager,
  { q, partId, placeId, limit, cursor }: InputOf<typeof listStock>['query'],
): Promise<Page<Stock>> {
  const [available, id] = decodeCursor(cursor, lastSeen) ?? [null, null];
  const items = await tx.query<Stock[]>(
    `select ${columns} from stock s join part p using (part_id)
     where ($1::uuid is null or s.part_id = $1)
       and ($2::uuid is null or s.place_id = $2)
       and ($3::text is null or p.search ilike $3)
       and ($4::int is null or s.available < $4 or (s.available = $4 and s.stock_id > $5::uuid))
     order by s.available desc, s.stock_id limit $6`,
    [partId ?? null, placeId ?? null, patternOf(q), available, id, limit + 1],
  );
  return pageOf({ items, limit, cursorOf: (item) => [item.available, item.id] });
}

/** @throws {NotFound} */
export async function stockOf(tx: EntityManager, stockId: string): Promise<Stock> {
  const [item] = await tx.query<Stock[]>(
    `select ${columns} from stock s join part p using (part_id) where s.stock_id = $1`,
    [stockId],
  );
  if (!item) throw new NotFound();
  return item;
}
