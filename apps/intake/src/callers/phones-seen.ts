import type { CallerIdentity, Role } from '@pledge/contracts';

const whoCall: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'customer-specialist'];

/** Whether the caller's role has to call people, and so may read their numbers and addresses, and search by them. */
export const seesPhones = ({ role }: CallerIdentity): boolean => whoCall.includes(role);
