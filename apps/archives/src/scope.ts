import type { CallerIdentity } from '@pledge/contracts';

/** The only customer whose records the caller may see; null where it may see everybody's. */
export const onlyCustomer = ({ role, customerId }: CallerIdentity): string | null =>
  role === 'customer-contact' ? (customerId ?? nobody) : null;

/** No customer has it: a contact of no company sees nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** The same as a condition on the column that holds the customer. */
export const ofTheirCustomer = (column: string) => (caller: CallerIdentity) => {
  const only = onlyCustomer(caller);
  return only === null ? undefined : (at: (value: unknown) => string) => `${column} = ${at(only)}`;
};

/** Whether the caller may know of a record of this customer. */
export const isTheirCustomer = (customerId: string, caller: CallerIdentity): boolean =>
  [null, customerId].includes(onlyCustomer(caller));
