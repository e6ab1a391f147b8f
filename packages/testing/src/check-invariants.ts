import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import { Refusal, replay, type Decider } from '@pledge/kernel';
import fc from 'fast-check';

/** One command of a walk and what came of it. */
export interface Step<Command, State, Event> {
  readonly before: State;
  readonly command: Command;
  readonly now: string;
  /** The code, where a rule said no; then `events` is empty and `after` is `before`. */
  readonly refused: string | undefined;
  readonly events: readonly Event[];
  readonly after: State;
  /** Every event of the walk up to now, `events` included. */
  readonly history: readonly Event[];
}

export interface WalkOptions<State, Command = never, Circumstances = string> {
  /** What the rule is given, where it takes more than the moment. */
  readonly given?: (command: Command, now: string) => Circumstances;
  /** Walks to take; env `PLEDGE_WALKS` multiplies it. */
  readonly walks?: number;
  readonly maxSteps?: number;
  readonly startAt?: string;
  /** The longest pause between two commands. */
  readonly maxPauseMs?: number;
  readonly from?: State;
}

/**
 * Random commands at growing moments, one after another, from the initial state. `invariant` is asked after each and fails by
 * throwing, by returning `false`, or by returning what must hold by name and does not; `expect` is slow there, and asked a hundred
 * thousand times. Of itself it holds that a rule answers with facts or a `Refusal` and nothing else, does not change the state it
 * is given, answers the same question the same way, and that events which went through JSON lead to the same state, one by one and
 * all of a walk together.
 */
export function checkInvariants<Command, State, Event, Circumstances = string>(
  rules: Decider<Command, State, Event, Circumstances>,
  commands: fc.Arbitrary<Command>,
  invariant: (step: Step<Command, State, Event>) => unknown,
  options: WalkOptions<State, Command, Circumstances> = {},
): void {
  const { walks = 300, maxSteps = 25, startAt = '2026-03-02T01:00:00.000Z', maxPauseMs = 6 * 3_600_000 } = options;
  const from = options.from ?? rules.initial;
  const circumstances = options.given ?? ((_command: Command, now: string) => now as Circumstances);
  const step = fc.record({ command: commands, pauseMs: fc.nat({ max: maxPauseMs }) });

  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: maxSteps, size: 'max' }), (steps) => {
      let state = from;
      let moment = Date.parse(startAt);
      let kept = JSON.stringify(state);
      let history: readonly Event[] = [];
      for (const { command, pauseMs } of steps) {
        moment += pauseMs;
        const now = new Date(moment).toISOString();
        const before = state;
        const given = circumstances(command, now);
        const answer = ask(rules, command, before, given);
        expectSame(ask(rules, command, before, given), answer);
        state = replay(rules, answer.events, before);
        if (answer.events.length > 0) expectSame(replay(rules, throughJson(answer.events), before), state);
        expectSame(JSON.stringify(before), kept);
        if (state !== before) kept = JSON.stringify(state);
        history = [...history, ...answer.events];
        const broken = brokenIn(invariant({ before, command, now, ...answer, after: state, history }));
        if (broken.length > 0)
          throw new Error(
            `${broken.join('; ')} does not hold after ${JSON.stringify({ command, now, before, state })}`,
          );
      }
      expectSame(replay(rules, throughJson(history), from), state);
    }),
    { numRuns: Math.ceil(walks * Number(process.env.PLEDGE_WALKS ?? '1')), includeErrorInReport: true },
  );
}

/** Where a refusal was thrown is read by nobody, and dear to find out: only a fault has its trace, when it is asked for again. */
function ask<Command, State, Event, Circumstances>(
  rules: Decider<Command, State, Event, Circumstances>,
  command: Command,
  state: State,
  given: Circumstances,
): { readonly refused: string | undefined; readonly events: readonly Event[] } {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return { refused: undefined, events: rules.decide(command, state, given) };
  } catch (failure) {
    if (failure instanceof Refusal) return { refused: failure.code, events: [] };
    Error.stackTraceLimit = stackTraceLimit;
    rules.decide(command, state, given);
    throw failure;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function brokenIn(held: unknown): readonly string[] {
  if (held === false) return ['the invariant'];
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([name, holds]) => (holds === false ? [name] : []));
}

/** `toEqual` is slow, and asked a hundred thousand times. */
function expectSame(found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found).toEqual(wanted);
}
