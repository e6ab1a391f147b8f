import type { Type } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { AnyEvent, Cause, Commands } from '@pledge/messaging';
import { receiveFor } from '@pledge/messaging';
import type { Settings } from '@pledge/service-host';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { RecordKind } from './aggregate.js';
import type { DeclaredReaction } from './reactions.js';
import { planFor } from './reactions.js';

/** What a room hears: its reactions, and the kind of record whose commands they give; none for replicas. */
export type Hears = readonly [kind: unknown, reactions: readonly DeclaredReaction[]];

/**
 * For integration tests: hands an event to the reactions of these rooms as the consumer does, in one transaction.
 * @returns a function that resolves once everything is committed, and rejects with what a rule or the database refused
 */
export function receiverOf(db: () => DataSource, ...rooms: readonly Hears[]) {
  const reactions = rooms.flatMap(([kind, declared]) =>
    declared.map((reaction) => ({
      contract: reaction.contract,
      name: reaction.name,
      plan: planFor(kind as RecordKind<never, never, never, never> | undefined, reaction),
    })),
  );
  return (
    event: AnyEvent,
    { id = randomUUID(), sequence = 1 }: { id?: string; sequence?: number } = {},
  ): Promise<void> => receiveFor(db(), reactions, { ...event, id, sequence });
}

/**
 * For integration tests: hands a service what it said itself, in order, until it says nothing new; what other departments would
 * hear is passed over.
 * @param receive made by `receiverOf`
 */
export function ownEventsOf(db: () => DataSource, receive: ReturnType<typeof receiverOf>) {
  let last = '0';
  return async (): Promise<void> => {
    for (;;) {
      const said = await db().query<(AnyEvent & { seq: string; event_id: string })[]>(
        'select seq, event_id, type, data from journal where published and seq > $1 order by seq',
        [last],
      );
      if (said.length === 0) return;
      for (const { seq, event_id: id, type, data } of said) {
        await receive({ type, data }, { id, sequence: Number(seq) });
        last = seq;
      }
    }
  };
}

/** A route, as Nest calls it: with what it takes in, and with the cause where it gives a command, the caller where it reads. */
type Call = (
  input: { readonly params: object; readonly query: object; readonly body: unknown },
  by: Cause | CallerIdentity,
) => Promise<unknown>;

/** For integration tests: the routes of a module made by `aggregateModule`, by their names, without the web. */
export function routesOf(
  module: Type,
  commands: Commands<never, never>,
  db: DataSource,
  settings: Pick<Settings, 'timeZone' | 'closures'>,
): Readonly<Record<string, Call>> {
  const [Routes] = Reflect.getMetadata('controllers', module) as [new (...given: unknown[]) => Record<string, Call>];
  return new Routes(commands, db, settings);
}
