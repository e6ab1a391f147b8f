import { getOf, projectionOf } from '@pledge/application';
import type { PurchaseOrder } from '@pledge/contracts/http';
import { getPurchaseOrder } from '@pledge/contracts/http';
import type { KeptPurchase } from './purchase-state.js';
import { amountOf, dueAtOf, possibleIn } from './purchase-state.js';

interface Row {
  readonly id: string;
  readonly record: KeptPurchase;
  readonly version: number;
  readonly parts: readonly { partId: string; code: string; model: string; serialTracked: boolean }[];
}

function viewOf({ id, record: order, version, parts }: Row): PurchaseOrder {
  const { submitted, ordered, drafted } = order;
  return {
    ...{ id, number: order.number, status: order.status, orderId: order.orderId, requestId: order.requestId },
    reason: order.reason,
    lines: order.lines.map(({ promise, ...line }) => {
      const part = parts.find(({ partId }) => partId === line.partId);
      const { code = null, model = null, serialTracked = false } = part ?? {};
      return { ...line, serials: [...line.serials], code, model, serialTracked, dueAt: promise?.dueAt ?? null };
    }),
    ...{ supplier: order.supplier, amount: amountOf(order), expectedOn: order.expectedOn },
    ...{ confirmedOn: ordered?.confirmedOn ?? null, draftedBy: drafted.by, draftedAt: drafted.at },
    ...{ submittedBy: submitted?.by ?? null, submittedAt: submitted?.at ?? null, approvals: [...order.approvals] },
    ...{ rejectedBecause: order.rejectedBecause, orderedBy: ordered?.by ?? null, orderedAt: ordered?.at ?? null },
    ...{ receipts: [...order.receipts], cancelledBecause: order.cancelledBecause, dueAt: dueAtOf(order) },
    ...{ possible: [...possibleIn(order.status)], version },
  };
}

/** A purchase order with what the catalogue says of its parts. */
export const purchaseOrderProjection = projectionOf<PurchaseOrder>({
  from: `purchase_order po left join lateral (
    select jsonb_agg(jsonb_build_object('partId', part_id, 'code', code, 'model', model, 'serialTracked', serial_tracked)) as parts
    from part where part_id in (select (line ->> 'partId')::uuid from jsonb_array_elements(po.record -> 'lines') as line)
  ) as known on true`,
  base: 'purchase_order po',
  key: 'po.purchase_order_id',
  select: {
    ...{ id: 'po.purchase_order_id', record: 'po.record', version: 'po.version' },
    parts: `coalesce(known.parts, '[]')`,
  },
  item: viewOf,
});

/** One purchase order, for its page and its printed form. */
export const purchaseOrderReader = getOf(getPurchaseOrder, purchaseOrderProjection);
