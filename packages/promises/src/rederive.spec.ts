import { describe, expect, it } from '@jest/globals';
import { rederive, stamp, statutoryData, workCalendar } from './index.js';

const promiseId = '018f7a52-0000-7000-8000-000000000001';
const transferred = (startedAt: string) =>
  stamp({ promiseId, promise: 'settle-transferred', owner: 'parts', startedAt, calendar: workCalendar() });

// An invented notice: a Spring Festival from the 5th of February on, and the Sunday before worked instead.
const published = workCalendar({
  statutory: {
    ...statutoryData,
    version: 'cn-2027',
    years: {
      ...statutoryData.years,
      '2027': {
        holidays: [
          { from: '2027-01-01', to: '2027-01-03', name: '元旦' },
          { from: '2027-02-05', to: '2027-02-11', name: '春节' },
        ],
        makeUpDays: ['2027-01-31'],
      },
    },
  },
});

describe('when the calendar of a year is published', () => {
  it('a provisional due time is counted again and shows before and after', () => {
    const before = transferred('2027-02-03T10:00:00+08:00');
    expect([before.provisional, before.dueAt]).toEqual([true, '2027-02-08T10:00:00.000Z']);
    const { after, changed } = rederive(before, published);
    expect(changed).toBe(true);
    expect(after).toMatchObject({ promiseId, owner: 'parts', provisional: false, dueAt: '2027-02-15T10:00:00.000Z' });
    expect(after.explanation.calendarVersion).toBe('cn-2027+closures-0');
  });

  it('a make-up day may bring it forward', () => {
    const { before, after } = rederive(transferred('2027-01-28T10:00:00+08:00'), published);
    expect([before.dueAt, after.dueAt]).toEqual(['2027-02-02T10:00:00.000Z', '2027-02-01T10:00:00.000Z']);
  });

  it('a due time that was right becomes firm, unchanged', () => {
    const { before, after, changed } = rederive(transferred('2026-12-30T10:00:00+08:00'), published);
    expect([before.provisional, after.provisional, changed]).toEqual([true, false, false]);
  });

  it('a firm due time stays as it was stamped', () => {
    const before = transferred('2026-11-02T10:00:00+08:00');
    expect(
      rederive(before, workCalendar({ closures: [{ from: '2026-11-03', to: '2026-11-03', name: '停电' }] })),
    ).toEqual({
      before,
      after: before,
      changed: false,
    });
  });

  it('a fault was never provisional: its clocks know no holidays', () => {
    const respond = stamp({
      promiseId,
      promise: 'respond',
      startedAt: '2027-01-01T00:00:00Z',
      calendar: workCalendar(),
    });
    expect(respond.provisional).toBe(false);
  });

  it('pauses stay taken off', () => {
    const pauses = [
      { from: '2027-02-04T10:00:00+08:00', to: '2027-02-04T12:00:00+08:00', reason: 'force-majeure', note: '暴雪' },
    ] as const;
    const before = stamp({
      promiseId,
      promise: 'settle-transferred',
      owner: 'parts',
      startedAt: '2027-02-03T10:00:00+08:00',
      calendar: workCalendar(),
      pauses,
    });
    expect([before.dueAt, rederive(before, published).after.dueAt]).toEqual([
      '2027-02-09T03:00:00.000Z',
      '2027-02-16T03:00:00.000Z',
    ]);
  });
});
