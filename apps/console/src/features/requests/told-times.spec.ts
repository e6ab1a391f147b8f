import { describe, expect, it } from '@jest/globals';
import { aheadOf, wallAt } from './told-times.js';

const now = Date.parse('2026-11-22T15:40:20Z');

describe('the time a caller is told', () => {
  it.each([
    ['half-hour', '2026-11-23T00:11'],
    ['hour', '2026-11-23T00:41'],
    ['two-hours', '2026-11-23T01:41'],
    ['tomorrow', '2026-11-23T09:00'],
  ] as const)('%s is %s on the clock of the company', (quick, wall) => {
    expect(wallAt(quick, now)).toBe(wall);
    expect(aheadOf(wall, now)).not.toBeNull();
  });
  it('at noon of tomorrow is the next day of the company', () => {
    expect(wallAt('tomorrow', Date.parse('2026-11-22T04:00:00Z'))).toBe('2026-11-23T09:00');
  });
  it('lies ahead', () => {
    expect(aheadOf('2026-11-22T23:40', now)).toBeNull();
    expect(aheadOf('2026-11-22T23:41', now)).toBe('2026-11-22T15:41:00.000Z');
    expect(aheadOf('soon', now)).toBeNull();
    expect(aheadOf(undefined, now)).toBeNull();
  });
});
