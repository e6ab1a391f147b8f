import type { InputOf, listReservations, Reservation } from '@pledge/contracts/http';
import type { Page } from '@pledge/service-host';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

interface Row extends Omit<Reservation, 'reservedAt'> {
  readonly reservedAt: Date;
}

const lastSeen = z.tuple([z.iso.datetime(), z.uuid()]);

/** Newest first; the lines are what is set aside, or what was used once it was. */
export async function pageOfReservations(
  tx: EntityManager,
  { orderId, status, limit, cursor }: InputOf<typeof listReservations>['query'],
): Promise<Page<Reservation>> {
  const [reservedAt, id] = decodeCursor(cursor, lastSeen) ?? [null, null];
  const items = await tx.query<Row[]>(
    `select r.reservation_id as id, r.order_id as "orderId", r.request_id as "requestId", r.status, r.missing,
       po.purchase_order_id as "purchaseOrderId", po.number as "purchaseOrderNumber", r.reserved_at as "reservedAt",
       r.version,
       coalesce((
         select jsonb_agg(jsonb_build_object('partId', line.part_id, 'name', p.name, 'quantity', line.amount,
           'placeId', line.place_id, 'place', s.place) order by p.code, s.stock_id)
         from (
           select part_id, place_id, case when r.status in ('reserved', 'short') then held else taken end as amount
           from reservation_line where reservation_id = r.reservation_id
         ) as line
         join part p using (part_id)
         join stock s using (part_id, place_id)
         where line.amount > 0
       ), '[]') as lines
     from reservation r
     left join lateral (
       select purchase_order_id, number from purchase_order where order_id = r.order_id
       order by drafted_at desc, purchase_order_id desc limit 1
     ) as po on true
     where ($1::uuid is null or r.order_id = $1)
       and ($2::text is null or r.status = $2)
       and ($3::timestamptz is null or (r.reserved_at, r.reservation_id) < ($3, $4::uuid))
     order by r.reserved_at desc, r.reservation_id desc limit $5`,
    [orderId ?? null, status ?? null, reservedAt, id, limit + 1],
  );
  return pageOf({
    items,
    limit,
    cursorOf: (row) => [row.reservedAt.toISOString(), row.id],
    itemOf: (row): Reservation => ({ ...row, reservedAt: row.reservedAt.toISOString() }),
  });
}
