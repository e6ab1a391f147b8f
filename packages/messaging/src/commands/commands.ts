import type { Typed } from '@pledge/kernel';
import type { DataSource } from 'typeorm';
import type { AnyEvent } from '../journal.js';
import { entriesOf, eventsOf } from '../journal.js';
import { relayOf } from '../outbox/wake.js';
import type { AnyAggregate } from './aggregate.js';
import type { Cause } from './cause.js';
import type { Outcome } from './command-handler.js';
import { decide } from './decide.js';
import { Session } from './session.js';
import type { Unit } from './unit.js';

/** Gives commands to the records of one kind. The token under which a department's code, its tests and its timers find it. */
export abstract class Commands<Command extends Typed = Typed, Event extends AnyEvent = AnyEvent, View = unknown> {
  /**
   * State, events and audit are committed together or not at all, and the same cause gets the same answer.
   * @param options `mustExist`: a person acts on what they see
   * @throws {RecordNotFound} where the record must be there and is not, or is not for the caller to know of
   * @throws {StaleVersion} where the cause expects another version
   * @throws {IdempotencyKeyReused} where the cause's key was used for something else
   */
  abstract handle(
    id: string,
    command: Command,
    cause: Cause,
    options?: { readonly mustExist?: boolean },
  ): Promise<Outcome<Event, View> & { readonly id: string }>;
}

/** @param timeZone IANA name, for the day that numbers carry */
export function commandsOf<Command extends Typed, Event extends AnyEvent, View>(
  db: DataSource,
  aggregate: AnyAggregate,
  timeZone: string,
): Commands<Command, Event, View> {
  return {
    async handle(id, command, cause, options) {
      const unit: Unit = { aggregate, id, command, cause, ...options };
      const { outcome, queued } = await Session.run(db, async (session) => {
        const { now, decisions, failed, saves, entries } = await decide(session, [[unit]], timeZone);
        for (const { failure } of failed.values()) throw failure;
        const decision = decisions.get(unit);
        if (!decision) throw new Error('a command was neither decided nor refused');
        const { repeated, version } = decision;
        const said = repeated ? [eventsOf(aggregate.record, decision.id, version)] : [];
        const entry = entriesOf(entries, now, !relayOf(db)?.leading);
        const writes = entries.length > 0 ? [...saves, entry] : [];
        const rows = await session.commit([...said, ...writes]);
        const events = repeated ? said.flatMap((one, nth) => one.read(rows[nth] ?? [])) : decision.events;
        return {
          outcome: { id: decision.id, events, version, view: decision.view, repeated },
          queued: entries.length > 0 ? entry.read(rows.at(-1) ?? []) : 0,
        };
      });
      if (queued > 0) relayOf(db)?.wake();
      return outcome as never;
    },
  };
}
