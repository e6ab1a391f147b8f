export * from './engineers.js';
export * from './order-events.js';
export * from './order-shape.js';
export * from './orders.js';
