import type { EventOf } from '@pledge/contracts';
import { PurchaseOrderDrafted } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { pendingNumber } from '@pledge/kernel';

type Drafted = EventOf<typeof PurchaseOrderDrafted>['data'];

export type PurchaseOrder = { readonly status: 'absent' } | ({ readonly status: 'drafted' } & Drafted);
export interface DraftPurchaseOrder {
  readonly type: 'draft';
  readonly orderId: string;
  readonly requestId: string;
  readonly lines: Drafted['lines'];
}

export const purchaseOrder: Decider<DraftPurchaseOrder, PurchaseOrder, EventOf<typeof PurchaseOrderDrafted>, Given> = {
  initial: { status: 'absent' },
  decide({ orderId, requestId, lines }, before, { id: purchaseOrderId, now: draftedAt }) {
    if (before.status !== 'absent') return [];
    return [PurchaseOrderDrafted.of({ orderId, requestId, purchaseOrderId, number: pendingNumber, lines, draftedAt })];
  },
  evolve: (_before, { data }) => ({ status: 'drafted', ...data }),
};
