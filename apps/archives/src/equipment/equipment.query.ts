import type { CallerIdentity } from '@pledge/contracts';
import type { Equipment, InputOf, listEquipment } from '@pledge/contracts/http';
import type { WarrantyTerms } from '@pledge/promises';
import { warrantyOn } from '@pledge/promises';
import type { Page } from '@pledge/service-host';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { onlyCustomer } from '../scope.js';
import { patternOf } from '../search-words.js';

type Row = Omit<Equipment, 'warranty'> &
  WarrantyTerms & {
    /** The day it is in the company's time zone. */
    readonly today: string;
  };

const columns = (timeZone: string): string => `
  e.equipment_id as id, e.customer_id as "customerId", c.name as "customerName", e.site_id as "siteId",
  s.name as "siteName", e.name, e.model, e.manufacturer, e.serial_number as "serialNumber", e.category, e.location,
  to_char(e.commissioned_on, 'YYYY-MM-DD') as "commissionedOn", e.warranty_months as "warrantyMonths",
  to_char(e.extended_until, 'YYYY-MM-DD') as "extendedUntil", e.version,
  to_char(now() at time zone ${timeZone}, 'YYYY-MM-DD') as today`;
const tables = 'equipment e join site s using (site_id) join customer c on c.customer_id = e.customer_id';

export async function pageOfEquipment(
  tx: EntityManager,
  { siteId, customerId, q, limit, cursor }: InputOf<typeof listEquipment>['query'],
  caller: CallerIdentity,
  timeZone: string,
): Promise<Page<Equipment>> {
  const items = await tx.query<Row[]>(
    `select ${columns('$1')} from ${tables}
     where ($2::uuid is null or e.customer_id = $2)
       and ($3::uuid is null or e.customer_id = $3)
       and ($4::uuid is null or e.site_id = $4)
       and ($5::text is null or e.search ilike $5 or s.search ilike $5)
       and ($6::uuid is null or e.equipment_id > $6)
     order by e.equipment_id limit $7`,
    [
      timeZone,
      onlyCustomer(caller),
      customerId ?? null,
      siteId ?? null,
      patternOf(q),
      decodeCursor(cursor, z.uuid()) ?? null,
      limit + 1,
    ],
  );
  return pageOf({ items, limit, cursorOf: ({ id }) => id, itemOf: shown });
}

/** @throws {NotFound} also where the equipment is not for the caller */
export async function equipmentOf(
  tx: EntityManager,
  equipmentId: string,
  caller: CallerIdentity,
  timeZone: string,
): Promise<Equipment> {
  const rows = await tx.query<Row[]>(
    `select ${columns('$1')} from ${tables} where e.equipment_id = $2 and ($3::uuid is null or e.customer_id = $3)`,
    [timeZone, equipmentId, onlyCustomer(caller)],
  );
  if (!rows[0]) throw new NotFound();
  return shown(rows[0]);
}

function shown({ today, warrantyMonths, extendedUntil, ...row }: Row): Equipment {
  const { commissionedOn } = row;
  return { ...row, warranty: warrantyOn(today, { commissionedOn, warrantyMonths, extendedUntil }) };
}
