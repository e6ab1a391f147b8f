import { text } from '@pledge/contracts';
import type { InputOf, listParts, Part } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { patternOf } from '../search-words.js';

export async function pageOfParts(
  tx: EntityManager,
  { q, limit, cursor }: InputOf<typeof listParts>['query'],
): Promise<Page<Part>> {
  const items = await tx.query<Part[]>(
    `select p.part_id as id, p.code, p.name, p.model, p.unit, p.category, p.lead_time_days as "leadTimeDays",
       total.on_hand as "onHand", total.available, p.version
     from part p
     cross join lateral (
       select coalesce(sum(on_hand), 0)::int as on_hand, coalesce(sum(available), 0)::int as available
       from stock where part_id = p.part_id
     ) as total
     where ($1::text is null or p.search ilike $1)
       and ($2::text is null or p.code > $2)
     order by p.code limit $3`,
    [patternOf(q), decodeCursor(cursor, text(100)) ?? null, limit + 1],
  );
  return pageOf({ items, limit, cursorOf: ({ code }) => code });
}
