import type { EventOf } from '@pledge/contracts/events';
import { SiteRegistered } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type SiteFile = EventOf<typeof SiteRegistered>['data'];

export type Site = { readonly status: 'unknown' } | { readonly status: 'on-file'; readonly file: SiteFile };

export interface SiteCommand {
  readonly type: 'register';
  readonly site: Omit<SiteFile, 'registeredAt'>;
  /** What the archive knows; handed in by the shell. */
  readonly known?: { readonly customerOnFile: boolean };
}

export type SiteEvent = EventOf<typeof SiteRegistered>;

export const site: Decider<SiteCommand, Site, SiteEvent> = {
  initial: { status: 'unknown' },

  decide({ site: told, known }, before, now) {
    if (before.status === 'on-file') throw new Refusal('site-already-on-file');
    if (!known?.customerOnFile) throw new Refusal('customer-not-on-file', {}, '/customerId');
    return [SiteRegistered.of({ ...told, registeredAt: now })];
  },

  evolve: (_before, { data }) => ({ status: 'on-file', file: data }),
};
