import type { CallerIdentity, Role } from '@pledge/contracts';

/** The only customer whose records the caller may see; null where it may see everybody's. */
export const onlyCustomer = ({ role, customerId }: CallerIdentity): string | null =>
  role === 'customer-contact' ? (customerId ?? nobody) : null;

/** No customer has it: a contact of no company sees nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';

const callers: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'customer-specialist'];

/** Whether the caller's role has to call people, and so may read their numbers. */
export const mayCall = ({ role }: CallerIdentity): boolean => callers.includes(role);
