import type { AnyEvent } from '@pledge/messaging';
import { receiveFor } from '@pledge/messaging';
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
