import type { Actor, Decider, Given, Typed } from '@pledge/kernel';
import type { AnyEvent } from '../journal.js';
import type { Numbering } from './numbering.js';
import type { Question, Statement } from './statement.js';
import type { Versioned } from './store.js';

/** Row ↔ state of one kind of record, as statements that somebody else sends. */
export interface RecordStore<State> {
  load(id: string): Question<Versioned<State> | undefined>;
  save(id: string, state: State, version: number): Statement;
}

/** What a command has changed: for the rows and timers that stand beside a record. */
export interface Change<State, Event> {
  readonly id: string;
  readonly events: readonly Event[];
  readonly before: State;
  readonly after: State;
  readonly version: number;
  readonly now: string;
}

export interface Present<State, Context> extends Versioned<State> {
  readonly id: string;
  readonly context: Context;
  /** IANA name, for what depends on the day it is. */
  readonly timeZone: string;
}

/** What is asked for a context: a question for each of its fields. */
export type QuestionsFor<Context> = Context extends object
  ? { readonly [Name in keyof Context]: Question<Context[Name]> }
  : Readonly<Record<never, never>>;

/** A kind of record: its rules, and all that the shell must know to apply them. */
export interface Aggregate<
  Command extends Typed = Typed,
  State = unknown,
  Event extends AnyEvent = AnyEvent,
  Context = undefined,
  View = unknown,
> {
  /** The kind, e.g. `dispatch-order`: names its locks and its entries in the journal. */
  readonly record: string;
  readonly rules: Decider<Command, State, Event, Given<Context>>;
  readonly store: RecordStore<State>;
  /** What the rules must know of other records, asked under the locks. */
  context?(id: string, command: Command): QuestionsFor<Context>;
  /** Further names to lock with the record's, e.g. of the shelves it takes from. */
  locks?(id: string, command: Command): readonly string[];
  /** True where the context reads rows that other records write: then it never shares a transaction with another event. */
  readonly isAlone?: boolean;
  /** Whether the caller may know of the record; where not, it is answered as if it did not exist. */
  readonly access?: (state: State, actor: Actor, command?: string) => boolean;
  /** Draws the number that takes the place of `pendingNumber` in an event's field `number`. */
  readonly number?: Numbering;
  /** Rows and timers beside the record that follow its events, written in its transaction. */
  beside?(change: Change<State, Event>): readonly Statement[];
  /** The record in its contract's shape: from what the command knows, or asked after it was saved. */
  view?(present: Present<State, Context>): View | Question<View>;
}

/** Any kind of record, where the shell handles all kinds alike. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- commands go in and events come out of different kinds in one list
export type AnyAggregate = Aggregate<any, any, any, any, any>;

export const isQuestion = (value: unknown): value is Question<unknown> =>
  typeof value === 'object' && value !== null && 'text' in value && 'read' in value;
