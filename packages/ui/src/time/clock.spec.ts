import { describe, expect, it } from '@jest/globals';
import type { ClockFacts } from './clock.js';
import { countdown, stateNow, worseFirst } from './clock.js';

const due = Date.parse('2026-11-22T12:00:00Z');
const clock: ClockFacts = { state: 'running', atRiskAt: '2026-11-22T11:48:00Z', dueAt: '2026-11-22T12:00:00Z' };

describe('a clock between two answers of the server', () => {
  it.each([
    ['2026-11-22T11:47:59Z', 'running'],
    ['2026-11-22T11:48:00Z', 'at-risk'],
    ['2026-11-22T11:59:59Z', 'at-risk'],
    ['2026-11-22T12:00:00Z', 'breached'],
  ])('shows at %s that it is %s', (at, state) => {
    expect(stateNow(clock, Date.parse(at))).toBe(state);
  });
  it.each(['paused', 'kept', 'done-late', 'void'] as const)('stays %s whatever the time', (state) => {
    expect(stateNow({ ...clock, state }, due + 1)).toBe(state);
  });
});

describe('a countdown', () => {
  it.each([
    [0, '0:00:00'],
    [59_000, '0:00:59'],
    [3_599_000, '0:59:59'],
    [26 * 3_600_000, '26:00:00'],
    [96 * 3_600_000 + 61_000, '4d 00:01:01'],
    [-61_000, '−0:01:01'],
  ])('of %d ms reads %s', (left, text) => {
    expect(countdown(due, due - left, 'd')).toBe(text);
  });
});

describe('the worse of two clocks', () => {
  const later = { ...clock, dueAt: '2026-11-22T13:00:00Z', atRiskAt: '2026-11-22T12:50:00Z' };
  const before = Date.parse('2026-11-22T11:00:00Z');
  it('is the one that runs out first', () => {
    expect([later, clock].sort((a, b) => worseFirst(a, b, before))).toEqual([clock, later]);
  });
  it('is the breached one, also where the other runs out before', () => {
    const breached: ClockFacts = { ...later, state: 'breached' };
    expect([clock, breached].sort((a, b) => worseFirst(a, b, before))).toEqual([breached, clock]);
  });
  it('is never the one that stands still', () => {
    const paused: ClockFacts = { ...clock, state: 'paused' };
    expect([paused, later].sort((a, b) => worseFirst(a, b, before))).toEqual([later, paused]);
  });
});
