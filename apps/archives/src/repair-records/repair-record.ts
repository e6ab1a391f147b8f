import type { EventOf } from '@pledge/contracts/events';
import { RepairRecorded } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';

export type RepairFile = EventOf<typeof RepairRecorded>['data'];

export type RepairRecord = { readonly status: 'unknown' } | { readonly status: 'filed'; readonly file: RepairFile };

export interface RepairRecordCommand {
  readonly type: 'file';
  readonly repair: Omit<RepairFile, 'parts' | 'recordedAt'>;
  readonly partsUsed: readonly { readonly partId: string; readonly quantity: number }[];
  /** Names of parts as the archive heard them, by part id; handed in by the shell. */
  readonly partNames?: Readonly<Record<string, string>>;
}

export type RepairRecordEvent = EventOf<typeof RepairRecorded>;

export const repairRecord: Decider<RepairRecordCommand, RepairRecord, RepairRecordEvent> = {
  initial: { status: 'unknown' },

  /** Once an order: hearing of it again says nothing. A part whose name was not heard yet is filed under its id. */
  decide({ repair, partsUsed, partNames = {} }, record, now) {
    if (record.status === 'filed') return [];
    const parts = partsUsed.map(({ partId, quantity }) => ({ partId, name: partNames[partId] ?? partId, quantity }));
    return [RepairRecorded.of({ ...repair, parts, recordedAt: now })];
  },

  evolve: (_before, { data }) => ({ status: 'filed', file: data }),
};
