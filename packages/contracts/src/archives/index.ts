export * from './customers.js';
export * from './equipment.js';
export * from './repair-records.js';
export * from './sites.js';
