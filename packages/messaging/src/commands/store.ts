import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.js';

export interface Versioned<State> {
  readonly state: State;
  /** Counts the commands that changed the record, from 1. */
  readonly version: number;
}

/** Row ↔ state of one aggregate. */
export interface Store<State> {
  load(tx: EntityManager, id: string): Promise<Versioned<State> | undefined>;
  save(tx: EntityManager, id: string, state: State, version: number): Promise<void>;
  /** The statement that saves it, where one does: it is then sent together with the events and the commit. */
  saving?(id: string, state: State, version: number): Statement | undefined;
}
