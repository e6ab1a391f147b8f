import type { Matter } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { MatterCommand, MatterEvent } from './matter.js';
import { matter } from './matter.js';
import { matterOf } from './matters.query.js';
import { matterStore } from './matters.store.js';

/** The one door into complaints and suggestions, for the web and the bus alike. */
export abstract class Matters {
  abstract readonly handle: CommandHandler<MatterCommand, MatterEvent, Matter>;
}

export const mattersIn = (db: DataSource): Matters => ({
  handle: commandHandler({
    db,
    record: 'matter',
    rules: matter,
    store: matterStore,
    view: (tx, id) => matterOf(tx, id),
  }),
});
