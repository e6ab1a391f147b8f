import { describe, expect, it } from '@jest/globals';
import { sharesOf } from './holding.js';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('the seconds a request was held', () => {
  it('add up to the elapsed time, whatever the fractions', () => {
    const { total, shares } = sharesOf(
      [
        { department: 'intake', from: '2026-11-22T10:00:00.700Z', to: '2026-11-22T10:00:30.200Z' },
        { department: 'dispatch', from: '2026-11-22T10:00:30.200Z', to: '2026-11-22T11:30:00.900Z' },
        { department: 'intake', from: '2026-11-22T11:30:00.900Z', to: null },
      ],
      now,
    );
    expect(total).toBe(7200);
    expect(shares.map(({ department, seconds }) => [department, seconds])).toEqual([
      ['intake', 30 + 1800],
      ['dispatch', 5370],
    ]);
    expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBeCloseTo(100);
  });
  it('are none before anybody held it', () => {
    expect(sharesOf([], now)).toEqual({ total: 0, shares: [] });
  });
});
