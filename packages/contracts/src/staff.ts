import type { Role } from './vocabulary.js';

/** Everybody of the company; customers see their own company's data only, by the service's own scope. */
export const staff: readonly Role[] = [
  'agent',
  'seat-supervisor',
  'information-manager',
  'dispatcher',
  'engineer',
  'storekeeper',
  'buyer',
  'materials-manager',
  'appraiser',
  'archivist',
  'project-engineer',
  'support-engineer',
  'trainer',
  'quality-supervisor',
  'customer-specialist',
  'manager',
  'inspector',
  'administrator',
];
export const staffAndCustomers: readonly Role[] = [...staff, 'customer-contact'];
