import type { EventOf } from '@pledge/contracts';
import { RepairRecorded } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';

export type RepairFile = EventOf<typeof RepairRecorded>['data'];

export type RepairRecord = { readonly status: 'absent' } | { readonly status: 'filed'; readonly file: RepairFile };

export interface RepairRecordCommand {
  readonly type: 'file';
  readonly repair: Omit<RepairFile, 'repairRecordId' | 'parts' | 'recordedAt'>;
  readonly partsUsed: readonly { readonly partId: string; readonly quantity: number }[];
}

export interface RepairContext {
  /** Names of the parts that are known, by part id. */
  readonly partNames: Readonly<Record<string, string>>;
}

export const repairRecord: Decider<
  RepairRecordCommand,
  RepairRecord,
  EventOf<typeof RepairRecorded>,
  Given<RepairContext>
> = {
  initial: { status: 'absent' },

  /** Once an order: hearing of it again says nothing. A part whose name is not known yet is filed under its id. */
  decide({ repair, partsUsed }, record, { id: repairRecordId, now: recordedAt, context: { partNames } }) {
    if (record.status === 'filed') return [];
    const parts = partsUsed.map(({ partId, quantity }) => ({ partId, name: partNames[partId] ?? partId, quantity }));
    return [RepairRecorded.of({ ...repair, repairRecordId, parts, recordedAt })];
  },

  evolve: (_before, { data }) => ({ status: 'filed', file: data }),
};
