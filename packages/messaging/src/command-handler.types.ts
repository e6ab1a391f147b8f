import type { Decider } from '@pledge/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Cause } from './cause.js';
import type { Store } from './store.js';

export interface AnyFact {
  readonly type: string;
  readonly data: object;
}

export interface Outcome<Event, View> {
  readonly facts: readonly Event[];
  readonly version: number;
  /** The record as it was right after the command; present where the cause wants it. */
  readonly view: View;
  /** True where this cause was handled before, and this is the answer it got then. */
  readonly repeated: boolean;
}

export interface CommandHandlerInput<Command, State, Event extends AnyFact, View> {
  readonly db: DataSource;
  /** The kind of record, e.g. `dispatch-order`: names the lock and the journal entries. */
  readonly record: string;
  readonly rules: Decider<Command, State, Event>;
  readonly store: Store<State>;
  /** The record in its contract's shape, read in the same transaction. */
  readonly view: (tx: EntityManager, id: string) => Promise<View>;
  /** Further names to lock with the record's, e.g. the site of a report; always taken in sorted order. */
  readonly locks?: (id: string, command: Command) => readonly string[];
  /** Adds to the command what the rule must know from this database, read under the locks. */
  readonly inform?: (tx: EntityManager, id: string, command: Command, now: string) => Promise<Command>;
}

export type CommandHandler<Command, Event, View> = (
  id: string,
  command: Command,
  cause: Cause,
) => Promise<Outcome<Event, View>>;
