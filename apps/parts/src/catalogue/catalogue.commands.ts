import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { partStore } from './catalogue.store.js';
import type { PartCommand, PartEvent } from './part.js';
import { part } from './part.js';

/** The one door into the catalogue. */
export abstract class Catalogue {
  abstract readonly handle: CommandHandler<PartCommand, PartEvent, void>;
}

export const catalogueIn = (db: DataSource): Catalogue => ({
  handle: commandHandler({ db, record: 'part', rules: part, store: partStore, view: async () => {} }),
});
