import type { EventOf } from '@pledge/contracts';
import { SiteRegistered } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type SiteFile = EventOf<typeof SiteRegistered>['data'];

export type Site = { readonly status: 'absent' } | { readonly status: 'on-file'; readonly file: SiteFile };

export interface SiteCommand {
  readonly type: 'register';
  readonly site: Omit<SiteFile, 'registeredAt'>;
}

export interface SiteContext {
  readonly customerOnFile: boolean;
}

export const site: Decider<SiteCommand, Site, EventOf<typeof SiteRegistered>, Given<SiteContext>> = {
  initial: { status: 'absent' },

  decide({ site: told }, before, { now: registeredAt, context }) {
    if (before.status === 'on-file') throw new Refusal('site-already-on-file');
    if (!context.customerOnFile) throw new Refusal('customer-not-on-file', {}, '/customerId');
    return [SiteRegistered.of({ ...told, registeredAt })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
