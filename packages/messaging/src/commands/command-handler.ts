import type { Decider } from '@pledge/kernel';
import { replay } from '@pledge/kernel';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { StaleVersion } from '../failures.js';
import type { AnyEvent } from '../journal.js';
import { entriesOf, eventsOf } from '../journal.js';
import { relayOf } from '../outbox/wake.js';
import type { Cause } from './cause.js';
import type { Handled } from './inbox.js';
import { locksOfCause, locksOn, lookAt } from './inbox.js';
import { Session } from './session.js';
import type { Statement } from './statement.js';
import type { Store, Versioned } from './store.js';

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
  /** Asked under the locks, in the same round trip; the rows are handed to `inform`. */
  readonly asks?: (id: string, command: Command, cause: Cause) => Statement | undefined;
  /** Adds to the command what the rule must know from this database, read under the locks. */
  readonly inform?: (
    tx: EntityManager,
    id: string,
    command: Command,
    now: string,
    asked: readonly unknown[],
  ) => Promise<Command>;
}

export type CommandHandler<Command, Event, View> = (
  id: string,
  command: Command,
  cause: Cause,
) => Promise<Outcome<Event, View>>;

/**
 * State, events and audit are committed together or not at all, and the same cause gets the same answer. For stores that ask by
 * TypeORM; an `aggregate` asks in fewer round trips.
 * @throws {StaleVersion} where the cause expects another version
 * @throws {IdempotencyKeyReused} where the cause's key was used for something else
 */
export function commandHandler<Command, State, Event extends AnyEvent, View>(
  input: CommandHandlerInput<Command, State, Event, View>,
): CommandHandler<Command, Event, View> {
  const { db, record, rules, store } = input;

  async function handle(session: Session, id: string, asked: Command, cause: Cause) {
    const tx = session.manager;
    const locks = [`${record}/${id}`, ...locksOfCause(cause), ...(input.locks?.(id, asked) ?? [])];
    const look = lookAt([cause]);
    const asks = input.asks?.(id, asked, cause);
    const [, seen = [], answer = []] = await session.flush([locksOn(locks), look, ...(asks ? [asks] : [])]);
    const { now, handled } = look.read(seen);
    const before = handled(cause);
    if (before) return { outcome: await answerAgain(session, id, before), entry: undefined, saving: [], now };

    const found = input.begins?.(asked) ? undefined : await store.load(tx, id);
    const { state, version: seenVersion } = found ?? { state: rules.initial, version: 0 };
    if (cause.expectedVersion !== undefined && cause.expectedVersion !== seenVersion) {
      throw new StaleVersion(cause.expectedVersion, seenVersion, found && (await input.view(tx, id)));
    }

    const command = input.inform ? await input.inform(tx, id, asked, now, answer) : asked;
    const events = rules.decide(command, state, now);
    const version = events.length > 0 ? seenVersion + 1 : seenVersion;
    const after = events.length > 0 ? { state: replay(rules, events, state), version } : undefined;
    const saving = after && store.saving?.(id, after.state, version);
    if (after && !saving) await store.save(tx, id, after.state, version);

    const view = cause.wantsView ? await input.view(tx, id, after) : (undefined as View);
    const entry = { cause, record, about: id, version, events, view };
    return { outcome: { events, version, view, repeated: false }, entry, saving: saving ? [saving] : [], now };
  }

  async function answerAgain(session: Session, id: string, handled: Handled): Promise<Outcome<Event, View>> {
    const { about, version, eventCount, view } = handled;
    const { events } =
      eventCount > 0
        ? await session.ask({ events: eventsOf(record, about ?? id, version ?? 0) })
        : { events: [] as readonly AnyEvent[] };
    return { events: events as Event[], version: version ?? 0, view: view as View, repeated: true };
  }

  async function handleIn(session: Session, isOwn: boolean, id: string, command: Command, cause: Cause) {
    const { outcome, entry, saving, now } = await handle(session, id, command, cause);
    const write = entriesOf(entry ? [entry] : [], now, !relayOf(db)?.leading);
    const writes = entry ? [write, ...saving] : [];
    const [rows = []] = isOwn ? await session.commit(writes) : await session.flush(writes);
    return { outcome, queued: entry ? write.read(rows) : 0 };
  }

  return async (id, command, cause) => {
    const { outcome, queued } =
      db instanceof DataSource
        ? await Session.run(db, (session) => handleIn(session, true, id, command, cause))
        : await handleIn(await Session.within(db), false, id, command, cause);
    if (queued > 0) relayOf(db)?.wake();
    return outcome;
  };
}
