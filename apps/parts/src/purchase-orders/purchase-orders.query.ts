import type { InputOf, listPurchaseOrders, PurchaseOrder } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

interface Row extends Omit<PurchaseOrder, 'draftedAt'> {
  readonly draftedAt: Date;
}

const lastSeen = z.tuple([z.iso.datetime(), z.uuid()]);

export async function pageOfPurchaseOrders(
  tx: EntityManager,
  { orderId, limit, cursor }: InputOf<typeof listPurchaseOrders>['query'],
): Promise<Page<PurchaseOrder>> {
  const [draftedAt, id] = decodeCursor(cursor, lastSeen) ?? [null, null];
  const items = await tx.query<Row[]>(
    `select purchase_order_id as id, number, status, order_id as "orderId", request_id as "requestId", lines,
       drafted_at as "draftedAt", version
     from purchase_order
     where ($1::uuid is null or order_id = $1)
       and ($2::timestamptz is null or (drafted_at, purchase_order_id) < ($2, $3::uuid))
     order by drafted_at desc, purchase_order_id desc limit $4`,
    [orderId ?? null, draftedAt, id, limit + 1],
  );
  return pageOf({
    items,
    limit,
    cursorOf: (row) => [row.draftedAt.toISOString(), row.id],
    itemOf: (row): PurchaseOrder => ({ ...row, draftedAt: row.draftedAt.toISOString() }),
  });
}
