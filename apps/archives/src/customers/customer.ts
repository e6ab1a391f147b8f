import type { EventOf } from '@pledge/contracts/events';
import { CustomerRegistered } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type CustomerFile = EventOf<typeof CustomerRegistered>['data'];

export type Customer = { readonly status: 'unknown' } | { readonly status: 'on-file'; readonly file: CustomerFile };

export interface CustomerCommand {
  readonly type: 'register';
  readonly customer: Omit<CustomerFile, 'registeredAt'>;
}

export type CustomerEvent = EventOf<typeof CustomerRegistered>;

export const customer: Decider<CustomerCommand, Customer, CustomerEvent> = {
  initial: { status: 'unknown' },

  decide({ customer: told }, known, now) {
    if (known.status === 'on-file') throw new Refusal('customer-already-on-file', { code: known.file.code });
    return [CustomerRegistered.of({ ...told, registeredAt: now })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
