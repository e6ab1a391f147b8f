import { describe, expect, it } from '@jest/globals';
import { beginningOn, daysShown, partsOn, startOf, step, weekOf } from './stretch.js';

describe('the days a roster shows', () => {
  it('are a week from Monday, also of a Sunday', () => {
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(daysShown('2026-11-29', 'week')).toHaveLength(7);
  });
  it('are the whole weeks of a month, also where it ends on a Sunday', () => {
    const november = daysShown('2026-11-26', 'month');
    expect([november[0], november.at(-1)]).toEqual(['2026-10-26', '2026-12-06']);
    const january = daysShown('2027-01-31', 'month');
    expect([january[0], january.at(-1)]).toEqual(['2026-12-28', '2027-01-31']);
  });
  it('go on and back by what is shown', () => {
    expect([step('2026-12-31', 'month', 1), step('2026-12-31', 'month', -1)]).toEqual(['2027-01-01', '2026-11-01']);
    expect(step('2026-12-31', 'week', -1)).toBe('2026-12-24');
  });
  it("begin at midnight of the company's clock", () => {
    expect(startOf('2026-11-26')).toBe('2026-11-25T16:00:00.000Z');
    const night = { startsAt: '2026-11-25T16:30:00Z' } as Parameters<typeof beginningOn>[0][number];
    expect(beginningOn([night], '2026-11-26')).toEqual([night]);
    expect(beginningOn([night], '2026-11-25')).toEqual([]);
  });
  it('each show their part of a gap that is longer', () => {
    const gap = { from: '2026-11-28T12:00:00.000Z', to: '2026-11-29T00:00:00.000Z' };
    expect(partsOn([gap], '2026-11-28')).toEqual([{ from: gap.from, to: '2026-11-28T16:00:00.000Z' }]);
    expect(partsOn([gap], '2026-11-29')).toEqual([{ from: '2026-11-28T16:00:00.000Z', to: gap.to }]);
    expect(partsOn([gap], '2026-11-30')).toEqual([]);
  });
});
