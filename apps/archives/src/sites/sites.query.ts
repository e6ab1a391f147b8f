import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf, listSites, Site } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { onlyCustomer } from '../scope.js';
import { patternOf } from '../search-words.js';

export async function pageOfSites(
  tx: EntityManager,
  { customerId, q, limit, cursor }: InputOf<typeof listSites>['query'],
  caller: CallerIdentity,
): Promise<Page<Site>> {
  const items = await tx.query<Site[]>(
    `select s.site_id as id, s.customer_id as "customerId", c.name as "customerName", s.name, s.address, s.territory,
       (select count(*)::int from equipment e where e.site_id = s.site_id) as "equipmentCount", s.version
     from site s join customer c using (customer_id)
     where ($1::uuid is null or s.customer_id = $1)
       and ($2::uuid is null or s.customer_id = $2)
       and ($3::text is null or s.search ilike $3 or c.search ilike $3)
       and ($4::uuid is null or s.site_id > $4)
     order by s.site_id limit $5`,
    [onlyCustomer(caller), customerId ?? null, patternOf(q), decodeCursor(cursor, z.uuid()) ?? null, limit + 1],
  );
  return pageOf({ items, limit, cursorOf: ({ id }) => id });
}
