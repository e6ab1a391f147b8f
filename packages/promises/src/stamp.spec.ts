import { describe, expect, it } from '@jest/globals';
import { stampedPromise } from '@pledge/contracts';
import type { StampRequest } from './index.js';
import { faultPromises, stamp, workCalendar } from './index.js';

const promiseId = '018f7a52-0000-7000-8000-000000000001';
const calendar = workCalendar();
const question = (startedAt: string, more: Partial<StampRequest> = {}) =>
  stamp({ promiseId, promise: 'answer-question', startedAt, calendar, owner: 'support', ...more });
const complaint = (promise: 'settle-complaint' | 'settle-transferred' | 'settle-escalated', startedAt: string) =>
  stamp({ promiseId, promise, startedAt, calendar, owner: 'parts' });

describe('a fault', () => {
  const receivedAt = '2026-10-01T23:30:00+08:00';
  const due = (terms?: StampRequest['terms']) =>
    faultPromises({ receivedAt, terms, calendar, newId: () => promiseId }).map(({ promise, owner, dueAt }) => [
      promise,
      owner,
      dueAt,
    ]);

  it('is answered in 1 h, visited in 4 h and solved in 8 h, in the night of National Day too (S-26, S-29, S-30)', () => {
    expect(due()).toEqual([
      ['respond', 'intake', '2026-10-01T16:30:00.000Z'],
      ['arrive', 'dispatch', '2026-10-01T19:30:00.000Z'],
      ['resolve', 'dispatch', '2026-10-01T23:30:00.000Z'],
    ]);
  });

  it('is kept to the terms of its contract', () => {
    const dues = due({ respondMinutes: 15, arriveMinutes: 120, resolveMinutes: 1440 }).map(([, , dueAt]) => dueAt);
    expect(dues).toEqual(['2026-10-01T15:45:00.000Z', '2026-10-01T17:30:00.000Z', '2026-10-02T15:30:00.000Z']);
  });

  it('gets the shape of the contract, an id each, and is at risk after four fifths', () => {
    const ids = [
      '018f7a52-0000-7000-8000-000000000001',
      '018f7a52-0000-7000-8000-000000000002',
      '018f7a52-0000-7000-8000-000000000003',
    ];
    const promises = faultPromises({
      receivedAt,
      calendar,
      newId: (
        (left) => () =>
          left.shift() ?? ''
      )([...ids]),
    });
    expect(promises.map((promise) => stampedPromise.parse(promise))).toEqual(promises);
    expect(promises.map((promise) => promise.promiseId)).toEqual(ids);
    expect(promises[0]?.atRiskAt).toBe('2026-10-01T16:18:00.000Z');
    expect(promises[0]?.explanation).toMatchObject({
      rule: 'respond',
      countedDays: [],
      calendarVersion: 'cn-2026+closures-0',
    });
  });
});

describe('one working day (S-80, S-85)', () => {
  it.each([
    ['a Friday morning ends on Monday', '2026-03-13T10:00:00+08:00', '2026-03-16T10:00:00.000Z'],
    ['a Friday evening ends on Monday', '2026-03-13T18:30:00+08:00', '2026-03-16T10:00:00.000Z'],
    ['a Saturday ends on Monday', '2026-03-14T11:00:00+08:00', '2026-03-16T10:00:00.000Z'],
    ['a Monday before opening ends on Tuesday', '2026-03-16T08:00:00+08:00', '2026-03-17T10:00:00.000Z'],
    ['a Friday evening ends on a working Sunday', '2026-09-18T18:30:00+08:00', '2026-09-20T10:00:00.000Z'],
    [
      'the Friday before Spring Festival ends on the working Saturday',
      '2026-02-13T18:30:00+08:00',
      '2026-02-14T10:00:00.000Z',
    ],
    [
      'the working Saturday before Spring Festival ends after it',
      '2026-02-14T10:00:00+08:00',
      '2026-02-24T10:00:00.000Z',
    ],
    ['the eve of National Day ends after it', '2026-09-30T17:59:00+08:00', '2026-10-08T10:00:00.000Z'],
  ])('%s', (_story, startedAt, dueAt) => {
    expect(question(startedAt).dueAt).toBe(dueAt);
    expect(complaint('settle-complaint', startedAt).dueAt).toBe(dueAt);
  });

  it('is at risk when four fifths of the working time are gone', () => {
    expect(question('2026-03-13T18:30:00+08:00').atRiskAt).toBe('2026-03-16T08:12:00.000Z');
    expect(question('2026-03-13T10:00:00+08:00').atRiskAt).toBe('2026-03-16T06:36:00.000Z');
  });

  it('waits for the company where it is closed', () => {
    const closed = workCalendar({ closures: [{ from: '2026-03-16', to: '2026-03-17', name: '年会' }] });
    const { dueAt, explanation } = question('2026-03-13T10:00:00+08:00', { calendar: closed });
    expect(dueAt).toBe('2026-03-18T10:00:00.000Z');
    expect(explanation.skippedDays).toContainEqual({ day: '2026-03-16', why: 'company-closure', name: '年会' });
  });
});

describe('more working days', () => {
  it('three for a transferred complaint, over Spring Festival (S-92)', () => {
    const { dueAt, explanation } = complaint('settle-transferred', '2026-02-13T18:30:00+08:00');
    expect(dueAt).toBe('2026-02-25T10:00:00.000Z');
    expect(explanation.countedDays).toEqual(['2026-02-14', '2026-02-24', '2026-02-25']);
    expect(explanation.makeUpDays).toEqual(['2026-02-14']);
    expect(explanation.skippedDays).toHaveLength(9);
    expect(explanation.skippedDays[0]).toEqual({ day: '2026-02-15', why: 'statutory-holiday', name: '春节' });
  });

  it('five for an escalated one, over National Day and its working Saturday (S-93)', () => {
    const { dueAt, owner, explanation } = complaint('settle-escalated', '2026-09-30T09:00:00+08:00');
    expect([dueAt, owner]).toEqual(['2026-10-13T10:00:00.000Z', 'parts']);
    expect(explanation.countedDays).toEqual(['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13']);
    expect(explanation.skippedDays.at(-1)).toEqual({ day: '2026-10-11', why: 'weekend', name: null });
  });
});

describe('other clocks', () => {
  it('a hand-off that is no fault waits for opening hours', () => {
    const handOff = (startedAt: string) =>
      stamp({ promiseId, promise: 'accept-handoff', owner: 'parts', startedAt, calendar, clock: 'working-days' });
    expect(handOff('2026-03-13T17:45:00+08:00').dueAt).toBe('2026-03-16T01:15:00.000Z');
    expect(handOff('2026-03-13T17:45:00+08:00').explanation.countedDays).toEqual(['2026-03-13', '2026-03-16']);
    expect(handOff('2026-03-13T18:45:00+08:00').dueAt).toBe('2026-03-16T01:30:00.000Z');
  });

  it('a loan is due back 30 days later, at closing time, holiday or not (S-57)', () => {
    const loan = stamp({ promiseId, promise: 'return-loan', startedAt: '2026-09-03T20:00:00+08:00', calendar });
    expect(loan.dueAt).toBe('2026-10-03T10:00:00.000Z');
    expect(loan.explanation.countedDays).toHaveLength(30);
  });

  it.each([
    ['has no default limit', { promise: 'supply-part' }],
    ['has no owner of its own', { promise: 'reply-suggestion' }],
    ['does not fit a clock', { promise: 'respond', limit: { amount: 1, unit: 'working-days' } }],
    ['a whole number from 1', { promise: 'respond', limit: { amount: 0, unit: 'minutes' } }],
    ['not an instant', { promise: 'respond', startedAt: '2026-03-13T10:00:00' }],
  ] as const)('cannot be stamped: %s', (message, request) => {
    expect(() => stamp({ promiseId, startedAt: '2026-03-13T10:00:00Z', calendar, ...request })).toThrow(message);
  });

  it('a calendar that never opens is refused, not counted for ever', () => {
    const closed = workCalendar({ closures: [{ from: '2026-01-01', to: '2035-12-31', name: '停业' }] });
    expect(() => question('2026-03-13T10:00:00Z', { calendar: closed })).toThrow('no working day');
  });
});
