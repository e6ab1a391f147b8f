import type { Store } from '@pledge/messaging';
import type { DispatchOrder, LiveOrder, Signature } from './situation.js';

/** The row keeps everything but the drawing, which has a table of its own. */
type Kept = Omit<LiveOrder, 'status' | 'signature'> & { readonly signature?: Omit<Signature, 'image'> };

interface Row {
  readonly status: LiveOrder['status'];
  readonly record: Kept;
  readonly image: string | null;
  readonly version: number;
}

const loadSql = `
select o.status, o.record, s.image, o.version
from dispatch_order o left join order_signature s using (order_id) where o.order_id = $1`;

const saveSql = `
insert into dispatch_order
  (order_id, number, status, request_id, request_number, customer_id, engineer_id, assignment, opened_at, search, record, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (order_id) do update set status = excluded.status, engineer_id = excluded.engineer_id,
  assignment = excluded.assignment, search = excluded.search, record = excluded.record, version = excluded.version`;

const signSql = `
insert into order_signature (order_id, signed_by, signed_at, image) values ($1, $2, $3, $4) on conflict do nothing`;

export const orderStore: Store<DispatchOrder> = {
  async load(tx, orderId) {
    const [row]: Row[] = await tx.query(loadSql, [orderId]);
    return row && { state: toState(row, orderId), version: row.version };
  },

  async save(tx, orderId, order, version) {
    if (order.status === 'absent') throw new Error(`order ${orderId} has not been opened`);
    const { number, openedAt, report } = order.opened;
    const task = 'task' in order ? order.task : null;
    await tx.query(saveSql, [
      orderId,
      number,
      order.status,
      report.requestId,
      report.requestNumber,
      report.customerId,
      task?.engineerId ?? null,
      task?.assignment ?? 0,
      openedAt,
      searchText(order),
      JSON.stringify(kept(order)),
      version,
    ]);
    if ('signature' in order) {
      const { signedBy, signedAt, image } = order.signature;
      await tx.query(signSql, [orderId, signedBy, signedAt, image]);
    }
  },
};

function searchText(order: LiveOrder): string {
  const { number, report } = order.opened;
  const { requestNumber, customerName, siteName, equipmentName, serialNumber, location } = report;
  const who = 'task' in order ? order.task.engineerName : null;
  return [number, requestNumber, customerName, siteName, equipmentName, serialNumber, location, who]
    .filter((word) => word !== null)
    .join(' ')
    .toLowerCase();
}

function kept(order: LiveOrder): Kept {
  const { status: _, ...rest } = order;
  if (!('signature' in rest)) return rest;
  const { image: _drawing, ...signature } = rest.signature;
  return { ...rest, signature };
}

function toState({ status, record, image }: Row, orderId: string): LiveOrder {
  if (!record.signature) return { status, ...record } as LiveOrder;
  if (image === null) throw new Error(`order ${orderId} is ${status} without a drawn signature`);
  return { status, ...record, signature: { ...record.signature, image } } as LiveOrder;
}
