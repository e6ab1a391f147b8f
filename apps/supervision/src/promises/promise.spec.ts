import { describe, expect, it } from '@jest/globals';
import {
  PromiseAtRisk,
  PromiseBreached,
  PromiseDoneLate,
  PromiseEscalated,
  PromiseKept,
  PromiseStarted,
  PromiseVoided,
} from '@pledge/contracts/events';
import { stamp, workCalendar } from '@pledge/promises';
import { givenFor, specFor } from '@pledge/testing/rules';
import { promiseRules } from './promise.js';
import { nextExpiry } from './promise-state.js';

const by = { personId: 'p', name: '周主管' };
const actor = {
  ...by,
  ...{ role: 'dispatcher', roles: ['dispatcher'], department: 'dispatch', customerId: null },
};
const { given } = specFor(promiseRules, { actor });

const requestId = '018f7a52-0000-7000-8000-000000000001';
const about = {
  requestId,
  requestNumber: 'FR-1',
  subject: { kind: 'request', id: requestId, number: 'FR-1' },
} as const;
const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
const nine = '2026-11-20T09:00:00.000Z';
const stamped = stamp({
  promiseId: '018f7a52-0000-7000-8000-000000000002',
  promise: 'arrive',
  startedAt: nine,
  calendar,
});
const { promiseId, promise, owner, startedAt, dueAt, atRiskAt, provisional, explanation } = stamped;
const named = { promiseId, ...about, promise, owner, dueAt };
const started = PromiseStarted.of({ ...named, startedAt, atRiskAt, provisional, explanation });
const atRisk = PromiseAtRisk.of({ ...named, at: atRiskAt });
const breached = PromiseBreached.of({ ...named, at: dueAt });
const escalatedAt = '2026-11-20T13:48:00.000Z';
const escalated = PromiseEscalated.of({ ...named, at: escalatedAt });
const expire = { type: 'expire' } as const;
const pause = { type: 'pause', reason: 'site-not-accessible', note: '夜间商场闭店', calendar } as const;

describe('a clock', () => {
  it('starts once', () => {
    given().at(nine).when({ type: 'start', about, stamped }).then(started);
    given(started).at(nine).when({ type: 'start', about, stamped }).thenNothing();
    given(started)
      .at(nine)
      .when({ type: 'start', about: { ...about, subject: { ...about.subject, id: stamped.promiseId } }, stamped })
      .thenRefuses('promise-already-given');
  });
  it('says nothing when it is looked at too early', () => given(started).at(nine).when(expire).thenNothing());
  it('is at risk when four fifths are gone', () => {
    expect(atRiskAt).toBe('2026-11-20T12:12:00.000Z');
    given(started).at(atRiskAt).when(expire).then(atRisk);
  });
  it('is breached at its due time (S-29)', () =>
    given(started, atRisk).at('2026-11-20T13:00:00.000Z').when(expire).then(breached));
  it('goes to the general manager after a fifth more', () =>
    given(started, atRisk, breached).at(escalatedAt).when(expire).then(escalated));
  it('says everything it slept through, once and in order', () =>
    given(started).at('2026-11-21T09:00:00.000Z').when(expire).then(atRisk, breached, escalated));
  it('says nothing twice', () => given(started, atRisk).at(atRiskAt).when(expire).thenNothing());
  it('has nothing more to say at the end', () =>
    expect(
      nextExpiry([started, atRisk, breached, escalated].reduce(promiseRules.evolve, promiseRules.initial)),
    ).toBeNull());
});

describe('what was promised is done', () => {
  it('in time, up to the due time itself', () =>
    given(started)
      .at(nine)
      .when({ type: 'done', doneAt: dueAt })
      .then(PromiseKept.of({ ...named, doneAt: dueAt })));
  it('late', () => {
    const doneAt = '2026-11-20T13:00:00.001Z';
    given(started, atRisk, breached)
      .at(nine)
      .when({ type: 'done', doneAt })
      .then(PromiseDoneLate.of({ ...named, doneAt }));
  });
  it('in time although it was heard of only after the breach', () =>
    given(started, atRisk, breached)
      .at(escalatedAt)
      .when({ type: 'done', doneAt: atRiskAt })
      .then(PromiseKept.of({ ...named, doneAt: atRiskAt })));
  it('once', () =>
    given(started, PromiseKept.of({ ...named, doneAt: atRiskAt }))
      .at(nine)
      .when({ type: 'done', doneAt: nine })
      .thenNothing());
  it('and rings no more', () =>
    given(started, PromiseKept.of({ ...named, doneAt: atRiskAt }))
      .at(escalatedAt)
      .when(expire)
      .thenNothing());
  it('or falls away, for a reason', () =>
    given(started)
      .at(nine)
      .when({ type: 'void', reason: 'solved remotely' })
      .then(PromiseVoided.of({ ...named, reason: 'solved remotely', voidedAt: nine })));
});

describe('a pause', () => {
  const play = (...steps: { at: string; command: Parameters<typeof promiseRules.decide>[0] }[]) =>
    steps.reduce(
      (state, { at, command }) =>
        promiseRules.decide(command, state, givenFor({ now: at, actor })).reduce(promiseRules.evolve, state),
      promiseRules.evolve(promiseRules.initial, started),
    );
  const ten = '2026-11-20T10:00:00.000Z';
  const noon = '2026-11-20T12:00:00.000Z';

  it('moves the due time by as long as it lasted, and says why', () => {
    const state = play({ at: ten, command: pause }, { at: noon, command: { type: 'resume', calendar } });
    expect(state).toMatchObject({ status: 'open', rung: 'running', stamped: { dueAt: '2026-11-20T15:00:00.000Z' } });
    expect(state.status === 'open' && state.stamped.explanation.pausesTakenOff).toEqual([
      { from: ten, to: noon, reason: 'site-not-accessible', note: '夜间商场闭店' },
    ]);
  });
  it('can follow another', () => {
    const two = '2026-11-20T14:00:00.000Z';
    const three = '2026-11-20T15:00:00.000Z';
    const resume = { type: 'resume', calendar } as const;
    const state = play(
      { at: ten, command: pause },
      { at: noon, command: resume },
      { at: two, command: pause },
      { at: three, command: resume },
    );
    expect(state).toMatchObject({ status: 'open', stamped: { dueAt: '2026-11-20T16:00:00.000Z' } });
  });
  it('keeps the clock from ringing', () => {
    const state = play({ at: ten, command: pause });
    expect(promiseRules.decide(expire, state, givenFor({ now: '2026-11-22T09:00:00.000Z' }))).toEqual([]);
  });
  it('is refused for a clock that is over', () =>
    given(started, atRisk, breached).at(escalatedAt).when(pause).thenRefuses('promise-not-running'));
  it('is refused for a promise that has no lawful pause (S-26)', () => {
    const respond = stamp({ promiseId, promise: 'respond', startedAt: nine, calendar });
    const event = PromiseStarted.of({ ...about, ...respond });
    given(event).at(nine).when(pause).thenRefuses('promise-cannot-pause');
  });
  it('ends only where one is', () =>
    given(started).at(ten).when({ type: 'resume', calendar }).thenRefuses('promise-not-paused'));
});
