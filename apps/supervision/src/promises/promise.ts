import type { PauseReason, Person, StampedPromise } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
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
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { PausedClock, WorkCalendar } from '@pledge/promises';
import { pauseClock, promiseRules, resumeClock, withPauses } from '@pledge/promises';

export interface Subject {
  readonly requestId: string;
  readonly requestNumber: string;
}

/** The timer that rings an open clock; it is set in the transaction that changes the clock. */
export const clockTimer = 'promise-clock';

/** How far an open clock has rung. */
export type Rung = 'running' | 'at-risk' | 'breached' | 'escalated';

export type PromiseClock =
  | { readonly status: 'unset' }
  | { readonly status: 'open'; readonly about: Subject; readonly stamped: StampedPromise; readonly rung: Rung }
  | {
      readonly status: 'paused';
      readonly about: Subject;
      readonly stamped: StampedPromise;
      readonly since: string;
      readonly by: string;
    }
  | {
      readonly status: 'kept' | 'done-late';
      readonly about: Subject;
      readonly stamped: StampedPromise;
      readonly doneAt: string;
    }
  | { readonly status: 'void'; readonly about: Subject; readonly stamped: StampedPromise; readonly reason: string };

export type PromiseCommand =
  | { readonly type: 'start'; readonly about: Subject; readonly stamped: StampedPromise }
  | { readonly type: 'ring' }
  | {
      readonly type: 'pause';
      readonly reason: PauseReason;
      readonly note: string;
      readonly by: Person;
      readonly calendar: WorkCalendar;
    }
  | { readonly type: 'resume'; readonly calendar: WorkCalendar }
  | { readonly type: 'done'; readonly doneAt: string }
  | { readonly type: 'void'; readonly reason: string };

export type PromiseEvent =
  | EventOf<typeof PromiseStarted>
  | EventOf<typeof PromiseAtRisk>
  | EventOf<typeof PromiseBreached>
  | EventOf<typeof PromiseEscalated>
  | EventOf<typeof PromisePaused>
  | EventOf<typeof PromiseResumed>
  | EventOf<typeof PromiseKept>
  | EventOf<typeof PromiseDoneLate>
  | EventOf<typeof PromiseVoided>;

export const promiseClock: Decider<PromiseCommand, PromiseClock, PromiseEvent> = {
  initial: { status: 'unset' },

  decide(command, clock, now) {
    switch (command.type) {
      case 'start': {
        // A report that is taken out of the request it was joined to is told again, with the promise it had.
        if (clock.status !== 'unset' && clock.about.requestId === command.about.requestId) return [];
        if (clock.status !== 'unset') throw new Refusal('promise-already-given');
        const { startedAt, atRiskAt, provisional, explanation } = command.stamped;
        return [
          PromiseStarted.of({
            ...named(command.about, command.stamped),
            startedAt,
            atRiskAt,
            provisional,
            explanation,
          }),
        ];
      }
      case 'ring':
        return clock.status === 'open' ? rings(clock, now) : [];
      case 'pause':
        return [pausing(command, clock, now)];
      case 'resume': {
        if (clock.status !== 'paused') throw new Refusal('promise-not-paused', { status: clock.status });
        const standing = withPauses(clock.stamped, clock.stamped.explanation.pausesTakenOff, command.calendar);
        const stamped = standing.state === 'paused' ? resumeClock(standing, now, command.calendar) : standing.promise;
        const { atRiskAt, explanation } = stamped;
        return [PromiseResumed.of({ ...named(clock.about, stamped), atRiskAt, explanation, resumedAt: now })];
      }
      case 'done': {
        if (clock.status !== 'open' && clock.status !== 'paused') return [];
        const event = { ...named(clock.about, clock.stamped), doneAt: command.doneAt };
        const inTime = clock.status === 'paused' || Date.parse(command.doneAt) <= Date.parse(clock.stamped.dueAt);
        return [inTime ? PromiseKept.of(event) : PromiseDoneLate.of(event)];
      }
      case 'void':
        if (clock.status !== 'open' && clock.status !== 'paused') return [];
        return [PromiseVoided.of({ ...named(clock.about, clock.stamped), reason: command.reason, voidedAt: now })];
    }
  },

  evolve(clock, event) {
    switch (event.type) {
      case 'supervision.promise-started.v1': {
        const {
          promiseId,
          promise,
          owner,
          startedAt,
          dueAt,
          atRiskAt,
          provisional,
          explanation,
          requestId,
          requestNumber,
        } = event.data;
        const stamped = { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation };
        return { status: 'open', about: { requestId, requestNumber }, stamped, rung: 'running' };
      }
      case 'supervision.promise-at-risk.v1':
        return clock.status === 'open' ? { ...clock, rung: 'at-risk' } : clock;
      case 'supervision.promise-breached.v1':
        return clock.status === 'open' ? { ...clock, rung: 'breached' } : clock;
      case 'supervision.promise-escalated.v1':
        return clock.status === 'open' ? { ...clock, rung: 'escalated' } : clock;
      case 'supervision.promise-paused.v1': {
        if (clock.status !== 'open') return clock;
        const { reason, note, pausedAt, by } = event.data;
        const { explanation } = clock.stamped;
        const pausesTakenOff = [...explanation.pausesTakenOff, { from: pausedAt, to: null, reason, note }];
        const stamped = { ...clock.stamped, explanation: { ...explanation, pausesTakenOff } };
        return { status: 'paused', about: clock.about, stamped, since: pausedAt, by: by.name };
      }
      case 'supervision.promise-resumed.v1': {
        if (clock.status !== 'paused') return clock;
        const { dueAt, atRiskAt, explanation, resumedAt } = event.data;
        const rung = Date.parse(resumedAt) >= Date.parse(atRiskAt) ? 'at-risk' : 'running';
        return {
          status: 'open',
          about: clock.about,
          stamped: { ...clock.stamped, dueAt, atRiskAt, explanation },
          rung,
        };
      }
      case 'supervision.promise-kept.v1':
      case 'supervision.promise-done-late.v1': {
        if (clock.status !== 'open' && clock.status !== 'paused') return clock;
        const status = event.type === 'supervision.promise-kept.v1' ? 'kept' : 'done-late';
        return { status, about: clock.about, stamped: clock.stamped, doneAt: event.data.doneAt };
      }
      case 'supervision.promise-voided.v1':
        if (clock.status !== 'open' && clock.status !== 'paused') return clock;
        return { status: 'void', about: clock.about, stamped: clock.stamped, reason: event.data.reason };
    }
  },
};

/** The next moment at which an open clock has something to say; none once the general manager knows. */
export function nextRing(clock: PromiseClock): string | null {
  if (clock.status !== 'open') return null;
  const { startedAt, atRiskAt, dueAt } = clock.stamped;
  switch (clock.rung) {
    case 'running':
      return atRiskAt;
    case 'at-risk':
      return dueAt;
    case 'breached':
      return new Date(Date.parse(dueAt) + (Date.parse(dueAt) - Date.parse(startedAt)) / 5).toISOString();
    case 'escalated':
      return null;
  }
}

const named = (about: Subject, { promiseId, promise, owner, dueAt }: StampedPromise) => ({
  promiseId,
  ...about,
  promise,
  owner,
  dueAt,
});

/** All that is due by now, in order: a clock that slept through an outage says everything, once. */
function rings(clock: Extract<PromiseClock, { status: 'open' }>, now: string): PromiseEvent[] {
  const events: PromiseEvent[] = [];
  let ringing: PromiseClock = clock;
  for (let due = nextRing(ringing); due !== null && Date.parse(due) <= Date.parse(now); due = nextRing(ringing)) {
    const event = ringOf(ringing, due);
    events.push(event);
    ringing = promiseClock.evolve(ringing, event);
  }
  return events;
}

function ringOf(clock: PromiseClock, at: string): PromiseEvent {
  if (clock.status !== 'open') throw new Error('only an open clock rings');
  const event = { ...named(clock.about, clock.stamped), at };
  switch (clock.rung) {
    case 'running':
      return PromiseAtRisk.of(event);
    case 'at-risk':
      return PromiseBreached.of(event);
    case 'breached':
    case 'escalated':
      return PromiseEscalated.of(event);
  }
}

function pausing(command: Extract<PromiseCommand, { type: 'pause' }>, clock: PromiseClock, now: string): PromiseEvent {
  if (clock.status !== 'open' || Date.parse(now) >= Date.parse(clock.stamped.dueAt)) {
    throw new Refusal('promise-not-running', { status: clock.status === 'open' ? 'breached' : clock.status });
  }
  if (!promiseRules[clock.stamped.promise].mayPause)
    throw new Refusal('promise-cannot-pause', { promise: clock.stamped.promise });
  const { reason, note, by, calendar } = command;
  const { pausedAt }: PausedClock = pauseClock(clock.stamped, { from: now, reason, note }, calendar);
  return PromisePaused.of({ ...named(clock.about, clock.stamped), reason, note, by, pausedAt });
}
