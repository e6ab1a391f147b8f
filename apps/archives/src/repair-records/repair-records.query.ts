import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf, listRepairRecords, RepairRecord } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { onlyCustomer } from '../scope.js';

interface Row extends Omit<RepairRecord, 'signedAt'> {
  readonly signedAt: Date;
}

const lastSeen = z.tuple([z.iso.datetime(), z.uuid()]);

export async function pageOfRepairRecords(
  tx: EntityManager,
  asked: InputOf<typeof listRepairRecords>['query'],
  caller: CallerIdentity,
): Promise<Page<RepairRecord>> {
  const { equipmentId, customerId, siteId, requestId, limit, cursor } = asked;
  const [signedAt, id] = decodeCursor(cursor, lastSeen) ?? [null, null];
  const items = await tx.query<Row[]>(
    // A part whose name came late is shown under it all the same.
    `select repair_record_id as id, request_id as "requestId", request_number as "requestNumber", order_id as "orderId",
       order_number as "orderNumber", customer_id as "customerId", site_id as "siteId", equipment_id as "equipmentId",
       cause, nature, category, measures, engineer_name as "engineerName", signed_by as "signedBy",
       signed_at as "signedAt",
       coalesce((select jsonb_agg(line || jsonb_build_object('name', coalesce(p.name, line ->> 'name')) order by nth)
         from jsonb_array_elements(r.parts) with ordinality as lines (line, nth)
         left join part_copy p on p.part_id = (line ->> 'partId')::uuid), '[]') as parts
     from repair_record r
     where ($1::uuid is null or customer_id = $1)
       and ($2::uuid is null or customer_id = $2)
       and ($3::uuid is null or site_id = $3)
       and ($4::uuid is null or equipment_id = $4)
       and ($5::uuid is null or request_id = $5)
       and ($6::timestamptz is null or (signed_at, repair_record_id) < ($6, $7::uuid))
     order by signed_at desc, repair_record_id desc limit $8`,
    [
      onlyCustomer(caller),
      customerId ?? null,
      siteId ?? null,
      equipmentId ?? null,
      requestId ?? null,
      signedAt,
      id,
      limit + 1,
    ],
  );
  return pageOf({
    items,
    limit,
    cursorOf: (row) => [row.signedAt.toISOString(), row.id],
    itemOf: (row): RepairRecord => ({ ...row, signedAt: row.signedAt.toISOString() }),
  });
}
