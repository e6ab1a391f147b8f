import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { BatonCommand, BatonEvent, Holding } from './baton.js';
import { batonRules, holdingsOf } from './baton.js';
import { batonStore } from './batons.store.js';

/** The one door into the ledger of holders. */
export abstract class Batons {
  abstract readonly handle: CommandHandler<BatonCommand, BatonEvent, undefined>;
  /** Who held a request from when to when; empty where nothing was heard of it. */
  abstract holdings(requestId: string): Promise<Holding[]>;
}

export const batonsIn = (db: DataSource): Batons => ({
  handle: commandHandler({
    db,
    record: 'baton',
    rules: batonRules,
    store: batonStore,
    view: () => Promise.resolve(undefined),
  }),
  async holdings(requestId) {
    const baton = await batonStore.load(db.manager, requestId);
    return baton ? holdingsOf(baton.state) : [];
  },
});
