import type { EntityManager } from 'typeorm';
import type { PurchaseOrders } from '../reservations/reservations.store.js';
import type { Purchase } from '../reservations/situation.js';

interface Row extends Omit<Purchase, 'draftedAt'> {
  readonly draftedAt: Date;
}

export const purchaseOrders: PurchaseOrders = {
  async of(tx, orderId) {
    const rows = await tx.query<Row[]>(
      `select purchase_order_id as "purchaseOrderId", number, lines, drafted_at as "draftedAt"
       from purchase_order where order_id = $1 order by drafted_at, purchase_order_id`,
      [orderId],
    );
    return rows.map((row) => ({ ...row, draftedAt: row.draftedAt.toISOString() }));
  },

  async keep(tx, orderId, requestId, purchases) {
    for (const { purchaseOrderId, number, lines, draftedAt } of purchases) {
      await tx.query(
        `insert into purchase_order (purchase_order_id, number, status, order_id, request_id, lines, drafted_at, version)
         values ($1, $2, 'drafted', $3, $4, $5, $6, 1)
         on conflict (purchase_order_id) do nothing`,
        [purchaseOrderId, number, orderId, requestId, JSON.stringify(lines), draftedAt],
      );
    }
  },
};

/** The next number of a kind of paper in its year, e.g. `PO-2026-0001`: no gaps, as the row is locked until the commit. */
export async function nextPaperNumber(tx: EntityManager, kind: string, now: string, timeZone: string): Promise<string> {
  const [drawn] = await tx.query<{ year: number; last: number }[]>(
    `insert into paper_number as n (kind, year, last)
     values ($1, extract(year from $2::timestamptz at time zone $3), 1)
     on conflict (kind, year) do update set last = n.last + 1
     returning year, last`,
    [kind, now, timeZone],
  );
  if (!drawn) throw new Error(`no number of ${kind} was drawn`);
  return `${kind}-${String(drawn.year)}-${String(drawn.last).padStart(4, '0')}`;
}
