import type { PromiseName } from '@pledge/contracts';
import type { LedgerPromise } from '@pledge/contracts/http';
import type { CommandHandler } from '@pledge/messaging';
import { commandHandler } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { PromiseCommand, PromiseEvent } from './promise.js';
import { promiseClock } from './promise.js';
import { isPromise, promiseIdOf, promiseOf } from './promises.query.js';
import { promiseStore } from './promises.store.js';

/** The one door into the ledger of promises, for the web, the bus and the timers alike. */
export abstract class Promises {
  abstract readonly handle: CommandHandler<PromiseCommand, PromiseEvent, LedgerPromise>;
  /** Whether a promise is in the ledger yet. */
  abstract has(promiseId: string): Promise<boolean>;
  /** The promise of a name that was given for a request; undefined where none was, or none yet. */
  abstract idOf(requestId: string, promise: PromiseName): Promise<string | undefined>;
}

export const promisesIn = (db: DataSource): Promises => ({
  handle: commandHandler({ db, record: 'promise', rules: promiseClock, store: promiseStore, view: promiseOf }),
  has: (promiseId) => isPromise(db.manager, promiseId),
  idOf: (requestId, promise) => promiseIdOf(db.manager, requestId, promise),
});
