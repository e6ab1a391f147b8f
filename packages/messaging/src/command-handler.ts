import type { Decider } from '@pledge/kernel';
import { replay } from '@pledge/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import type { Cause } from './cause.js';
import { claim, handledBefore } from './claim.js';
import { StaleVersion } from './failures.js';
import type { AnyEvent } from './journal.js';
import { eventsOf, writeEntry } from './journal.js';
import type { Store, Versioned } from './store.js';
import { relayOf } from './outbox/wake.js';

export interface Outcome<Event, View> {
  readonly events: readonly Event[];
  readonly version: number;
  /** The record as it was right after the command; present where the cause wants it. */
  readonly view: View;
  /** True where this cause was handled before, and this is the answer it got then. */
  readonly repeated: boolean;
}

export interface CommandHandlerInput<Command, State, Event extends AnyEvent, View> {
  /** Where it is a transaction, the command is part of it: committed with it, or not at all. */
  readonly db: DataSource | EntityManager;
  /** The kind of record, e.g. `dispatch-order`: names the lock and the journal entries. */
  readonly record: string;
  readonly rules: Decider<Command, State, Event>;
  readonly store: Store<State>;
  /** The record in its contract's shape, read in the same transaction; `after` is what the command has left, where it changed anything. */
  readonly view: (tx: EntityManager, id: string, after?: Versioned<State>) => Promise<View>;
  /** True for a command that begins a record under an id that nobody has yet: there is none to be loaded. */
  readonly begins?: (command: Command) => boolean;
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

/**
 * State, events and audit are committed together or not at all, and the same cause gets the same answer.
 * @throws {StaleVersion} where the cause expects another version
 * @throws {IdempotencyKeyReused} where the cause's key was used for something else
 */
export function commandHandler<Command, State, Event extends AnyEvent, View>(
  input: CommandHandlerInput<Command, State, Event, View>,
): CommandHandler<Command, Event, View> {
  const { db, record, rules, store } = input;

  async function handle(tx: EntityManager, id: string, asked: Command, cause: Cause) {
    const locks = [`${record}/${id}`, ...(input.locks?.(id, asked) ?? [])];
    const { fresh, now } = await claim(tx, cause, locks);
    if (!fresh) return { outcome: await answerAgain(tx, id, cause), queued: 0 };

    const found = input.begins?.(asked) ? undefined : await store.load(tx, id);
    const before = found ?? { state: rules.initial, version: 0 };
    if (cause.expectedVersion !== undefined && cause.expectedVersion !== before.version) {
      throw new StaleVersion(cause.expectedVersion, before.version, found && (await input.view(tx, id)));
    }

    const command = input.inform ? await input.inform(tx, id, asked, now) : asked;
    const events = rules.decide(command, before.state, now);
    const version = events.length > 0 ? before.version + 1 : before.version;
    const after = events.length > 0 ? { state: replay(rules, events, before.state), version } : undefined;
    if (after) await store.save(tx, id, after.state, version);

    const view = cause.wantsView ? await input.view(tx, id, after) : (undefined as View);
    const notify = !relayOf(db)?.leading;
    const { queued } = await writeEntry(tx, cause, { record, about: id, version, events, view, now, notify });
    return { outcome: { events, version, view, repeated: false }, queued };
  }

  async function answerAgain(tx: EntityManager, id: string, cause: Cause): Promise<Outcome<Event, View>> {
    const { about, version, eventCount, view } = await handledBefore(tx, cause);
    const events = eventCount > 0 ? await eventsOf(tx, record, about ?? id, version ?? 0) : [];
    return { events: events as Event[], version: version ?? 0, view: view as View, repeated: true };
  }

  return async (id, command, cause) => {
    const { outcome, queued } = await db.transaction((tx) => handle(tx, id, command, cause));
    if (queued > 0) relayOf(db)?.wake();
    return outcome;
  };
}
