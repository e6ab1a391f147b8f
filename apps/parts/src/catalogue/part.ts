import type { EventOf } from '@pledge/contracts';
import { PartCatalogued } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

export type PartFile = EventOf<typeof PartCatalogued>['data'];
export type Part = { readonly status: 'absent' } | { readonly status: 'catalogued'; readonly file: PartFile };

export interface PartCommand {
  readonly type: 'catalogue';
  readonly part: PartFile;
}

export const part: Decider<PartCommand, Part, EventOf<typeof PartCatalogued>, Given> = {
  initial: { status: 'absent' },
  decide({ part: told }, before) {
    if (before.status === 'catalogued') throw new Refusal('part-already-catalogued', { code: before.file.code });
    return [PartCatalogued.of(told)];
  },
  evolve: (_before, { data }) => ({ status: 'catalogued', file: data }),
};
