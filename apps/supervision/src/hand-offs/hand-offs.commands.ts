import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { HandOffCommand, HandOffEvent } from './hand-off.js';
import { handOffRules } from './hand-off.js';
import { handOffStore } from './hand-offs.store.js';

/** The one door into the ledger of hand-offs, for the bus and the timers. */
export abstract class HandOffs {
  abstract readonly handle: CommandHandler<HandOffCommand, HandOffEvent, undefined>;
}

export const handOffsIn = (db: DataSource): HandOffs => ({
  handle: commandHandler({
    db,
    record: 'hand-off',
    rules: handOffRules,
    store: handOffStore,
    view: () => Promise.resolve(undefined),
  }),
});
