import type { EventOf } from '@pledge/contracts/events';
import { PartCatalogued } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type PartFile = EventOf<typeof PartCatalogued>['data'];

export type Part = { readonly status: 'unknown' } | { readonly status: 'catalogued'; readonly file: PartFile };

export interface PartCommand {
  readonly type: 'catalogue';
  readonly part: PartFile;
}

export type PartEvent = EventOf<typeof PartCatalogued>;

export const part: Decider<PartCommand, Part, PartEvent> = {
  initial: { status: 'unknown' },

  decide({ part: told }, before) {
    if (before.status === 'catalogued') throw new Refusal('part-already-catalogued', { code: before.file.code });
    return [PartCatalogued.of(told)];
  },

  evolve: (_before, { data }) => ({ status: 'catalogued', file: data }),
};
