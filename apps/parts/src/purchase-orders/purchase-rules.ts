import { Refusal } from '@pledge/kernel';
import type { KeptPurchase, PurchaseGiven, PurchaseOrder, PurchaseStep } from './purchase-state.js';
import { possibleIn } from './purchase-state.js';

export function inStep(state: PurchaseOrder): KeptPurchase {
  if (state.status === 'absent') throw new Refusal('purchase-in-another-step', { status: 'absent', possible: [] });
  return state;
}

/** @throws {Refusal} `purchase-in-another-step` with where it is and what is possible there */
export function during(state: PurchaseOrder, step: PurchaseStep): KeptPurchase {
  const order = inStep(state);
  const possible = possibleIn(order.status);
  if (!possible.includes(step)) throw new Refusal('purchase-in-another-step', { status: order.status, possible });
  return order;
}

export const naming = ({ number, orderId, requestId }: KeptPurchase, { id: purchaseOrderId }: PurchaseGiven) => ({
  ...{ purchaseOrderId, number, orderId, requestId },
});
