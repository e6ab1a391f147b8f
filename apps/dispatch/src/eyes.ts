import type { Role } from '@pledge/contracts';

const whoCalls: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'engineer', 'customer-specialist'];

/** Phones are for those whose work is to call. */
export const seesPhones = (role: Role): boolean => whoCalls.includes(role);
