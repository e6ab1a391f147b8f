import { byEvent } from '@pledge/kernel';
import type { KeptPurchase, PurchaseEvent, PurchaseLine, PurchaseOrder } from './purchase-state.js';

const fresh = (lines: readonly Pick<PurchaseLine, 'partId' | 'name' | 'quantity'>[]): PurchaseLine[] =>
  lines.map(({ partId, name, quantity }) => ({
    ...{ partId, name, quantity, unitPrice: null, received: 0, rejected: 0, serials: [] },
    ...{ promise: null, suppliedAt: null },
  }));

/** What is to be approved anew has no supplier's word and no promise. */
const unapproved = { supplier: null, expectedOn: null, submitted: null, approvals: [], ordered: null };

const change = (state: PurchaseOrder, of: (order: KeptPurchase) => Partial<KeptPurchase>): PurchaseOrder =>
  state.status === 'absent' ? state : { ...state, ...of(state) };

/** What each event changes. */
export const evolve = byEvent<PurchaseEvent, PurchaseOrder>({
  'parts.purchase-order-drafted.v1': (_state, { data }) => ({
    status: 'drafted',
    ...{ number: data.number, orderId: data.orderId, requestId: data.requestId, reason: data.reason },
    lines: fresh(data.lines),
    drafted: { by: data.draftedBy, at: data.draftedAt },
    ...unapproved,
    ...{ rejectedBecause: null, receipts: [], isIssued: false, cancelledBecause: null },
  }),
  'parts.purchase-order-changed.v1': (state, { data }) =>
    change(state, () => ({ status: 'drafted', lines: fresh(data.lines), ...unapproved })),
  'parts.purchase-submitted.v1': (state, { data }) =>
    change(state, ({ lines }) => ({
      status: 'submitted',
      supplier: { supplierId: data.supplierId, name: data.supplierName },
      expectedOn: data.expectedOn,
      submitted: { by: data.by, at: data.at },
      rejectedBecause: null,
      lines: lines.map((line) => ({
        ...line,
        unitPrice: data.prices.find(({ partId }) => partId === line.partId)?.unitPrice ?? null,
      })),
    })),
  'parts.purchase-approved.v1': (state, { data }) =>
    change(state, ({ approvals, lines }) => ({
      status: data.whole ? 'approved' : 'submitted',
      approvals: [...approvals, { by: data.by, role: data.role, at: data.at }],
      lines: lines.map((line) => {
        const stamped = data.promises.find(({ partId }) => partId === line.partId)?.stamped;
        return stamped ? { ...line, promise: { promiseId: stamped.promiseId, dueAt: stamped.dueAt } } : line;
      }),
    })),
  'parts.purchase-rejected.v1': (state, { data }) =>
    change(state, () => ({ status: 'drafted', rejectedBecause: data.reason, submitted: null, approvals: [] })),
  'parts.purchase-ordered.v1': (state, { data }) =>
    change(state, () => ({
      status: 'ordered',
      ordered: { by: data.by, at: data.at, confirmedOn: data.confirmedOn },
    })),
  'parts.purchase-received.v1': (state, { data }) =>
    change(state, ({ lines, receipts }) => ({
      status: data.whole ? 'received' : 'part-received',
      receipts: [...receipts, { by: data.by, at: data.at, place: data.place, certificate: data.certificate }],
      lines: lines.map((line) => {
        const came = data.lines.find(({ partId }) => partId === line.partId);
        if (!came) return line;
        return {
          ...line,
          received: line.received + came.quantity,
          rejected: line.rejected + came.rejected,
          serials: [...line.serials, ...came.serials],
        };
      }),
    })),
  'purchase-issued': (state) => change(state, () => ({ isIssued: true })),
  'parts.purchase-line-supplied.v1': (state, { data }) =>
    change(state, ({ lines }) => ({
      lines: lines.map((line) => (line.partId === data.partId ? { ...line, suppliedAt: data.suppliedAt } : line)),
    })),
  'parts.purchase-closed.v1': (state) => change(state, () => ({ status: 'closed' })),
  'parts.purchase-cancelled.v1': (state, { data }) =>
    change(state, () => ({ status: 'cancelled', cancelledBecause: data.reason })),
});
