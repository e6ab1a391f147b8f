import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { RepairRecordCommand, RepairRecordEvent } from './repair-record.js';
import { repairRecord } from './repair-record.js';
import { repairRecordStore } from './repair-records.store.js';

/** The one door into the repair file. */
export abstract class RepairRecords {
  abstract readonly handle: CommandHandler<RepairRecordCommand, RepairRecordEvent, void>;
}

export const repairRecordsIn = (db: DataSource): RepairRecords => ({
  handle: commandHandler({
    db,
    record: 'repair-record',
    rules: repairRecord,
    store: repairRecordStore,
    view: async () => {},
    async inform(tx, _repairRecordId, command) {
      const known = await tx.query<{ partId: string; name: string }[]>(
        'select part_id as "partId", name from part_copy where part_id = any($1)',
        [command.partsUsed.map(({ partId }) => partId)],
      );
      return { ...command, partNames: Object.fromEntries(known.map(({ partId, name }) => [partId, name])) };
    },
  }),
});
