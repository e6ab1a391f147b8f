import { expect } from '@jest/globals';
import { Refusal, replay, type Decider, type Given } from '@pledge/kernel';
import { givenFor } from './given-for.js';

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

interface Past<Command, Event, Circumstances> {
  /**
   * @param now the moment of the command, RFC 3339 in UTC
   * @param further what else is given, where the rule takes more than the moment
   */
  at(now: string, further?: FurtherOf<Circumstances>): When<Command, Event>;
}

/** What a rule is given besides the moment. */
type FurtherOf<Circumstances> =
  Circumstances extends Given<infer Context> ? Partial<Omit<Given<Context>, 'now'>> : undefined;

export interface Spec<Command, Event, Circumstances> {
  /** What happened before, oldest first. */
  given(...events: readonly Event[]): Past<Command, Event, Circumstances>;
}

/**
 * `const { given } = specFor(order)`, then `given(opened).at(ten).when(sign).thenRefuses('visit-not-started')`.
 * @param usual what is given unless `at` says otherwise, where the rules take a `Given`
 */
export function specFor<Command, State, Event, Circumstances = string>(
  rules: Decider<Command, State, Event, Circumstances>,
  usual?: FurtherOf<Circumstances>,
): Spec<Command, Event, Circumstances> {
  const circumstances = (now: string, further?: object): Circumstances =>
    (usual === undefined && further === undefined ? now : givenFor({ now, ...usual, ...further })) as Circumstances;
  return {
    given: (...events) => ({
      at: (now, further) => ({
        when: (command) => {
          const decide = (): readonly Event[] =>
            rules.decide(command, replay(rules, events), circumstances(now, further));
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
export { givenFor } from './given-for.js';
