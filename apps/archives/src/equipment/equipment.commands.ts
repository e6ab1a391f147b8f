import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { equipmentStore } from './equipment.store.js';
import type { PieceCommand, PieceEvent } from './piece.js';
import { piece } from './piece.js';

/** The one door into the installed base. */
export abstract class InstalledBase {
  abstract readonly handle: CommandHandler<PieceCommand, PieceEvent, void>;
}

export const installedBaseIn = (db: DataSource): InstalledBase => ({
  handle: commandHandler({
    db,
    record: 'equipment',
    rules: piece,
    store: equipmentStore,
    view: async () => {},
    async inform(tx, _equipmentId, command) {
      const [found] = await tx.query<{ siteOf: string }[]>(
        'select customer_id as "siteOf" from site where site_id = $1',
        [command.piece.siteId],
      );
      return { ...command, known: { siteOf: found?.siteOf ?? null } };
    },
  }),
});
