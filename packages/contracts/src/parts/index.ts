export * from './catalogue.js';
export * from './purchase-order-events.js';
export * from './purchase-orders.js';
export * from './reservations.js';
export * from './stock.js';
export * from './suppliers.js';
