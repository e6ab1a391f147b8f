import type { StampedPromise } from '@pledge/contracts';
import {
  PromiseAtRisk,
  PromiseBreached,
  PromiseDoneLate,
  PromiseEscalated,
  PromiseKept,
  PromisePaused,
  PromiseResumed,
  PromiseStarted,
  PromiseVoided,
} from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, personOf, Refusal } from '@pledge/kernel';
import { pauseClock, promiseRules as rulesOf, resumeClock, withPauses } from '@pledge/promises';
import type { About, OpenClock, PromiseClock, PromiseCommand, PromiseEvent } from './promise-state.js';
import { evolve, isRunning, nextExpiry } from './promise-state.js';

const named = (about: About, { promiseId, promise, owner, dueAt }: StampedPromise) => ({
  ...{ promiseId, ...about, promise, owner, dueAt },
});

const said = { running: PromiseAtRisk, 'at-risk': PromiseBreached, breached: PromiseEscalated } as const;

/** All that is due by now, in order: a clock that slept through an outage says everything, once. */
function dueBy(now: string, clock: OpenClock): readonly PromiseEvent[] {
  const at = nextExpiry(clock);
  if (clock.rung === 'escalated' || at === null || Date.parse(at) > Date.parse(now)) return [];
  const event: PromiseEvent = said[clock.rung].of({ ...named(clock.about, clock.stamped), at });
  const after = evolve(clock, event);
  return [event, ...(after.status === 'open' ? dueBy(now, after) : [])];
}

export const promiseRules: Decider<PromiseCommand, PromiseClock, PromiseEvent, Given> = {
  initial: { status: 'absent' },
  evolve,
  decide: byCommand<PromiseCommand, PromiseClock, PromiseEvent>({
    start({ about, stamped }, clock) {
      // A report that is taken out of the request it was joined to is told again, with the promise it had.
      if (clock.status !== 'absent' && clock.about.subject.id === about.subject.id) return [];
      if (clock.status !== 'absent') throw new Refusal('promise-already-given');
      const { startedAt, atRiskAt, provisional, explanation } = stamped;
      return [PromiseStarted.of({ ...named(about, stamped), startedAt, atRiskAt, provisional, explanation })];
    },

    expire: (_command, clock, { now }) => (clock.status === 'open' ? dueBy(now, clock) : []),

    pause({ reason, note, calendar }, clock, given) {
      const { now } = given;
      if (clock.status !== 'open' || Date.parse(now) >= Date.parse(clock.stamped.dueAt))
        throw new Refusal('promise-not-running', { status: clock.status === 'open' ? 'breached' : clock.status });
      const { promise } = clock.stamped;
      if (!rulesOf[promise].mayPause) throw new Refusal('promise-cannot-pause', { promise });
      const { pausedAt } = pauseClock(clock.stamped, { from: now, reason, note }, calendar);
      const by = personOf(given);
      return [PromisePaused.of({ ...named(clock.about, clock.stamped), reason, note, by, pausedAt })];
    },

    resume({ calendar }, clock, { now }) {
      if (clock.status !== 'paused') throw new Refusal('promise-not-paused', { status: clock.status });
      const before = withPauses(clock.stamped, clock.stamped.explanation.pausesTakenOff, calendar);
      const stamped = before.state === 'paused' ? resumeClock(before, now, calendar) : before.promise;
      const { atRiskAt, explanation } = stamped;
      return [PromiseResumed.of({ ...named(clock.about, stamped), atRiskAt, explanation, resumedAt: now })];
    },

    done({ doneAt }, clock) {
      if (!isRunning(clock)) return [];
      const event = { ...named(clock.about, clock.stamped), doneAt };
      const isInTime = clock.status === 'paused' || Date.parse(doneAt) <= Date.parse(clock.stamped.dueAt);
      return [isInTime ? PromiseKept.of(event) : PromiseDoneLate.of(event)];
    },

    void({ reason }, clock, { now }) {
      if (!isRunning(clock)) return [];
      return [PromiseVoided.of({ ...named(clock.about, clock.stamped), reason, voidedAt: now })];
    },
  }),
};
