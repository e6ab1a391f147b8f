import type { EventOf } from '@pledge/contracts';
import { CustomerRegistered } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type CustomerFile = EventOf<typeof CustomerRegistered>['data'];

export type Customer = { readonly status: 'absent' } | { readonly status: 'on-file'; readonly file: CustomerFile };

export interface CustomerCommand {
  readonly type: 'register';
  readonly customer: Omit<CustomerFile, 'registeredAt'>;
}

export const customer: Decider<CustomerCommand, Customer, EventOf<typeof CustomerRegistered>, Given> = {
  initial: { status: 'absent' },

  decide({ customer: told }, before, { now: registeredAt }) {
    if (before.status === 'on-file') throw new Refusal('customer-already-on-file', { code: before.file.code });
    return [CustomerRegistered.of({ ...told, registeredAt })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
