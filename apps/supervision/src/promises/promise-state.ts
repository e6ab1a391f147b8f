import type { CommandsOf, EventsOf, PromiseState, PromiseSubject, StampedPromise } from '@pledge/contracts';
import type { promiseEvents, promiseRoutes } from '@pledge/contracts/http';
import { byEvent } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';

/** What was promised about, and the request it belongs to, where there is one. */
export interface About {
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly subject: PromiseSubject;
}

/** How far an open clock has come. */
export type Rung = 'running' | 'at-risk' | 'breached' | 'escalated';

interface Stamped {
  readonly about: About;
  readonly stamped: StampedPromise;
}
export type OpenClock = Stamped & { readonly status: 'open'; readonly rung: Rung };
export type KeptClock =
  | OpenClock
  | (Stamped & { readonly status: 'paused'; readonly since: string; readonly by: string })
  | (Stamped & { readonly status: 'kept' | 'done-late'; readonly doneAt: string })
  | (Stamped & { readonly status: 'void'; readonly reason: string });
export type PromiseClock = { readonly status: 'absent' } | KeptClock;

export type PromiseCommand =
  | (CommandsOf<typeof promiseRoutes> & { readonly calendar: WorkCalendar })
  | { readonly type: 'start'; readonly about: About; readonly stamped: StampedPromise }
  | { readonly type: 'expire' }
  | { readonly type: 'done'; readonly doneAt: string }
  | { readonly type: 'void'; readonly reason: string };
export type PromiseEvent = EventsOf<typeof promiseEvents>;

export const isRunning = (clock: PromiseClock): clock is Extract<KeptClock, { status: 'open' | 'paused' }> =>
  clock.status === 'open' || clock.status === 'paused';

/** How a clock stands to those who look at it: an escalated clock is a breached one that the general manager knows of. */
export function stateOf(clock: KeptClock): PromiseState {
  if (clock.status !== 'open') return clock.status;
  return clock.rung === 'escalated' ? 'breached' : clock.rung;
}

/** The next moment at which an open clock has something to say; none once the general manager knows. */
export function nextExpiry(clock: PromiseClock): string | null {
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

const reached =
  (rung: Rung) =>
  (clock: PromiseClock): PromiseClock =>
    clock.status === 'open' ? { ...clock, rung } : clock;

const done =
  (status: 'kept' | 'done-late') =>
  (clock: PromiseClock, { data: { doneAt } }: { readonly data: { readonly doneAt: string } }): PromiseClock =>
    isRunning(clock) ? { status, about: clock.about, stamped: clock.stamped, doneAt } : clock;

export const evolve = byEvent<PromiseEvent, PromiseClock>({
  'supervision.promise-started.v1'(_clock, { data }) {
    const { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation } = data;
    const { requestId, requestNumber, subject } = data;
    const stamped = { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation };
    return { status: 'open', about: { requestId, requestNumber, subject }, stamped, rung: 'running' };
  },
  'supervision.promise-at-risk.v1': reached('at-risk'),
  'supervision.promise-breached.v1': reached('breached'),
  'supervision.promise-escalated.v1': reached('escalated'),
  'supervision.promise-paused.v1'(clock, { data: { reason, note, pausedAt, by } }) {
    if (clock.status !== 'open') return clock;
    const { explanation } = clock.stamped;
    const pausesTakenOff = [...explanation.pausesTakenOff, { from: pausedAt, to: null, reason, note }];
    const stamped = { ...clock.stamped, explanation: { ...explanation, pausesTakenOff } };
    return { status: 'paused', about: clock.about, stamped, since: pausedAt, by: by.name };
  },
  'supervision.promise-resumed.v1'(clock, { data: { dueAt, atRiskAt, explanation, resumedAt } }) {
    if (clock.status !== 'paused') return clock;
    const rung = Date.parse(resumedAt) >= Date.parse(atRiskAt) ? 'at-risk' : 'running';
    return { status: 'open', about: clock.about, stamped: { ...clock.stamped, dueAt, atRiskAt, explanation }, rung };
  },
  'supervision.promise-kept.v1': done('kept'),
  'supervision.promise-done-late.v1': done('done-late'),
  'supervision.promise-voided.v1': (clock, { data: { reason } }) =>
    isRunning(clock) ? { status: 'void', about: clock.about, stamped: clock.stamped, reason } : clock,
});
