import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, on, projectionOf } from '@pledge/application';
import { PartsShort } from '@pledge/contracts/events';
import type { PurchaseOrder as PurchaseOrderView } from '@pledge/contracts/http';
import { listPurchaseOrders } from '@pledge/contracts/http';
import { Commands, numbered } from '@pledge/messaging';
import type { DraftPurchaseOrder } from './purchase-order.js';
import { purchaseOrder } from './purchase-order.js';

export abstract class PurchaseOrders extends Commands<DraftPurchaseOrder> {}

export const purchaseOrders = aggregate('purchase-order', purchaseOrder, {
  store: documents('purchase_order', 'purchase_order_id', {
    number: ({ number }) => number,
    status: ({ status }) => status,
    order_id: ({ orderId }) => orderId,
    request_id: ({ requestId }) => requestId,
    lines: ({ lines }) => JSON.stringify(lines),
    drafted_at: ({ draftedAt }) => draftedAt,
  }),
  number: numbered('PO', 'yearly-gapless'),
});

const view = projectionOf<PurchaseOrderView>({
  from: 'purchase_order',
  key: 'purchase_order_id',
  select: {
    ...{ id: 'purchase_order_id', number: 'number', status: 'status', orderId: 'order_id', requestId: 'request_id' },
    ...{ lines: 'lines', draftedAt: 'drafted_at', version: 'version' },
  },
});

export const purchaseOrderList = listOf(listPurchaseOrders, view, {
  filters: { orderId: 'order_id' },
  order: [
    ['drafted_at', 'desc', 'timestamptz'],
    ['purchase_order_id', 'desc', 'uuid'],
  ],
});

export const purchaseOrderReactions: readonly DeclaredReaction<DraftPurchaseOrder>[] = [
  on(PartsShort, 'parts-drafts-purchase-order', ({ purchaseOrderId, orderId, requestId, toOrder: lines }) =>
    lines.length > 0 ? [purchaseOrderId, { type: 'draft', orderId, requestId, lines }] : null,
  ),
];

@Module(
  aggregateModule(purchaseOrders, PurchaseOrders, {
    lists: [purchaseOrderList],
    reactions: purchaseOrderReactions,
  }),
)
export class PurchaseOrdersModule {}
