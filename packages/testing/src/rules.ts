import { expect } from '@jest/globals';
import { Refusal, replay, type Decider } from '@pledge/kernel';

interface Told<Event> {
  /** Exactly these events, in this order. */
  then(...events: readonly Event[]): void;
  /** A `Refusal` with this code. */
  thenRefuses(code: string): void;
  /** No event, and no refusal. */
  thenNothing(): void;
}

interface When<Command, Event> {
  when(command: Command): Told<Event>;
}

interface Given<Command, Event> {
  /** The moment of the command, RFC 3339 in UTC. */
  at(now: string): When<Command, Event>;
}

export interface Spec<Command, Event> {
  /** What happened before, oldest first. */
  given(...events: readonly Event[]): Given<Command, Event>;
}

/** `const { given } = specFor(order)`, then `given(opened).at(ten).when(sign).thenRefuses('visit-not-started')`. */
export function specFor<Command, State, Event>(rules: Decider<Command, State, Event>): Spec<Command, Event> {
  return {
    given: (...events) => ({
      at: (now) => ({
        when: (command) => {
          const decide = (): readonly Event[] => rules.decide(command, replay(rules, events), now);
          return {
            then: (...expected) => {
              expect(decide()).toEqual(expected);
            },
            thenRefuses: (code) => {
              expect(answerOf(decide)).toEqual({ refused: code });
            },
            thenNothing: () => {
              expect(decide()).toEqual([]);
            },
          };
        },
      }),
    }),
  };
}

function answerOf<Event>(decide: () => readonly Event[]): { refused: string } | { events: readonly Event[] } {
  try {
    return { events: decide() };
  } catch (failure) {
    if (failure instanceof Refusal) return { refused: failure.code };
    throw failure;
  }
}

export { checkInvariants, type Step, type WalkOptions } from './check-invariants.js';
