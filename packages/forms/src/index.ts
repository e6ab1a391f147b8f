export type { DispatchOrderForm } from './dispatch-order-data.js';
export { dispatchOrderForm } from './dispatch-order-form.js';
export { canDraw } from './drawn-signature.js';
export type { FormOptions, Language } from './paper.js';
export type { PurchaseOrderForm } from './purchase-order-form.js';
export { purchaseOrderForm } from './purchase-order-form.js';
