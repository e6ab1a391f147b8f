import {
  PurchaseApproved,
  PurchaseCancelled,
  PurchaseOrderChanged,
  PurchaseOrderDrafted,
  PurchaseOrdered,
  PurchaseRejected,
  PurchaseSubmitted,
} from '@pledge/contracts/events';
import { managerApprovesAbove } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { actorOf, byCommand, pendingNumber, personOf, Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import { evolve } from './purchase-evolve.js';
import { issued, received } from './purchase-receipt.js';
import { during, inStep, naming } from './purchase-rules.js';
import type {
  KeptPurchase,
  PurchaseCommand,
  PurchaseContext,
  PurchaseEvent,
  PurchaseGiven,
  PurchaseOrder,
} from './purchase-state.js';
import { amountOf } from './purchase-state.js';

/** The parts of lines with their names, as the catalogue has them. */
function named(lines: readonly { partId: string; quantity: number }[], { context }: PurchaseGiven) {
  return lines.map(({ partId, quantity }, nth) => {
    const part = context.parts[partId];
    if (!part) throw new Refusal('part-unknown', { partId }, `/lines/${nth}/partId`);
    return { partId, name: part.name, quantity };
  });
}

function draft(
  given: PurchaseGiven,
  what: Pick<
    ReturnType<typeof PurchaseOrderDrafted.of>['data'],
    'orderId' | 'requestId' | 'lines' | 'reason' | 'draftedBy'
  >,
): readonly PurchaseEvent[] {
  return [PurchaseOrderDrafted.of({ ...what, purchaseOrderId: given.id, number: pendingNumber, draftedAt: given.now })];
}

const promiseIdsOf = ({ lines }: KeptPurchase) => lines.flatMap(({ promise }) => (promise ? [promise.promiseId] : []));

/** Four eyes: nobody approves what they submitted; above the limit two roles, the materials manager first. */
function approval(
  order: KeptPurchase,
  given: PurchaseGiven,
): { readonly role: 'materials-manager' | 'manager'; readonly whole: boolean } {
  const { personId, roles } = actorOf(given);
  if (order.submitted?.by.personId === personId) throw new Refusal('own-purchase');
  const isLarge = (amountOf(order) ?? 0) > managerApprovesAbove;
  const [first] = order.approvals;
  if (first) {
    if (first.by.personId === personId || !roles.includes('manager')) throw new Refusal('approved-already');
    return { role: 'manager', whole: true };
  }
  const role = roles.includes('materials-manager') ? 'materials-manager' : 'manager';
  if (isLarge && role === 'manager') throw new Refusal('materials-manager-first');
  return { role, whole: !isLarge };
}

/** The course of a purchase order (S-72): nothing is ordered that somebody else has not approved, nothing received unordered. */
export const purchaseOrder: Decider<PurchaseCommand, PurchaseOrder, PurchaseEvent, PurchaseGiven> = {
  initial: { status: 'absent' },
  evolve,
  decide: byCommand<PurchaseCommand, PurchaseOrder, PurchaseEvent, PurchaseContext>({
    'draft-for'({ orderId, requestId, lines }, before, given) {
      if (before.status !== 'absent') return [];
      return draft(given, { orderId, requestId, lines: [...lines], reason: null, draftedBy: null });
    },

    draft({ lines, reason }, before, given) {
      if (before.status !== 'absent') return [];
      const asked = { orderId: null, requestId: null, reason, draftedBy: personOf(given) };
      return draft(given, { ...asked, lines: named(lines, given) });
    },

    change({ lines }, state, given) {
      const order = during(state, 'change');
      const promiseIds = promiseIdsOf(order);
      const what = { lines: named(lines, given), by: personOf(given), at: given.now };
      return [
        PurchaseOrderChanged.of({ ...naming(order, given), ...what, ...(promiseIds.length > 0 && { promiseIds }) }),
      ];
    },

    submit({ supplierId, prices, expectedOn, today }, state, given) {
      const order = during(state, 'submit');
      const { supplier } = given.context;
      if (!supplier) throw new Refusal('supplier-unknown', {}, '/supplierId');
      if (supplier.status === 'suspended') throw new Refusal('supplier-suspended', {}, '/supplierId');
      if (expectedOn < today) throw new Refusal('expected-in-past', { today }, '/expectedOn');
      const priced = order.lines.map(({ partId }) => {
        const price = prices.find((one) => one.partId === partId);
        if (!price) throw new Refusal('price-missing', { partId }, '/prices');
        return { partId, unitPrice: price.unitPrice };
      });
      const amount = order.lines.reduce((sum, { quantity }, nth) => sum + quantity * (priced[nth]?.unitPrice ?? 0), 0);
      return [
        PurchaseSubmitted.of({
          ...naming(order, given),
          ...{ supplierId, supplierName: supplier.name, prices: priced, amount, expectedOn },
          ...{ by: personOf(given), at: given.now },
        }),
      ];
    },

    approve({ calendar }, state, given) {
      const order = during(state, 'approve');
      const { role, whole } = approval(order, given);
      const promises = order.lines.map(({ partId }) => ({
        partId,
        stamped: stamp({
          promiseId: given.newId(`supply-part/${partId}`),
          promise: 'supply-part',
          startedAt: given.now,
          calendar,
          limit: { amount: given.context.parts[partId]?.leadTimeDays ?? 1, unit: 'working-days' },
        }),
      }));
      return [
        PurchaseApproved.of({
          ...naming(order, given),
          ...{ by: personOf(given), role, at: given.now, whole, promises: whole ? promises : [] },
        }),
      ];
    },

    reject({ reason }, state, given) {
      const order = during(state, 'reject');
      return [PurchaseRejected.of({ ...naming(order, given), reason, by: personOf(given), at: given.now })];
    },

    order({ confirmedOn }, state, given) {
      const order = during(state, 'order');
      return [PurchaseOrdered.of({ ...naming(order, given), confirmedOn, by: personOf(given), at: given.now })];
    },

    receive: (command, state, given) => received(command, during(state, 'receive'), given),

    issue: (_command, state, given) => (state.status === 'absent' ? [] : issued(state, given)),

    cancel({ reason }, state, given) {
      const order = inStep(state);
      if (order.receipts.length > 0) throw new Refusal('goods-received', { status: order.status });
      during(order, 'cancel');
      const end = { reason, promiseIds: promiseIdsOf(order), by: personOf(given), at: given.now };
      return [PurchaseCancelled.of({ ...naming(order, given), ...end })];
    },
  }),
};
