import { describe, expect, it } from '@jest/globals';
import { getDayDetail, isWorkday } from 'chinese-days';
import { statutoryData, workCalendar } from './index.js';

const calendar = workCalendar();
const daysOf = (year: number) =>
  Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter(
    (day) => day.startsWith(String(year)),
  );
const covered = Object.keys(statutoryData.years).map(Number);

describe('the committed table', () => {
  it.each(covered)('agrees with chinese-days on every day of %i', (year) => {
    for (const day of daysOf(year)) {
      const { working, name } = calendar.dayKind(day);
      const [, known = null] = getDayDetail(day).name.split(',');
      expect({ day, working, name }).toEqual({ day, working: isWorkday(day), name: working ? null : known });
    }
  });

  it('covers just the years that chinese-days knows, from 2020; run `npm run import-calendar` when this fails', () => {
    const known = Array.from({ length: 20 }, (_, index) => 2020 + index).filter((year) =>
      getDayDetail(`${year}-10-01`).name.includes('国庆节'),
    );
    expect(covered).toEqual(known);
  });
});

describe('a day', () => {
  it.each([
    ['2026-09-20', 'make-up-day', null],
    ['2026-09-19', 'weekend', null],
    ['2026-09-21', 'working-day', null],
    ['2026-02-17', 'statutory-holiday', '春节'],
  ])('%s is a %s', (day, kind, name) => {
    expect(calendar.dayKind(day)).toMatchObject({ kind, name, provisional: false });
  });

  it.each(['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'])(
    '%s is a holiday for certain, though 2027 is not published',
    (day) => expect(calendar.dayKind(day)).toMatchObject({ kind: 'statutory-holiday', provisional: true }),
  );

  it('of an unpublished year follows the week, and says it is provisional', () => {
    expect(calendar.dayKind('2027-03-10')).toMatchObject({ kind: 'working-day', provisional: true });
    expect(calendar.dayKind('2027-03-13')).toMatchObject({ kind: 'weekend', provisional: true });
  });

  it('at the very end of the last published year is provisional: New Year may still claim it', () => {
    expect(calendar.dayKind('2026-12-25').provisional).toBe(false);
    expect(calendar.dayKind('2026-12-26').provisional).toBe(true);
    expect(calendar.dayKind('2025-12-31').provisional).toBe(false);
  });
});

describe('a company', () => {
  const closure = { from: '2026-03-14', to: '2026-03-16', name: '搬迁' };

  it('may close on days of its own', () => {
    const closed = workCalendar({ closures: [closure] });
    expect(closed.dayKind('2026-03-14').kind).toBe('weekend');
    expect(closed.dayKind('2026-03-16')).toEqual({
      kind: 'company-closure',
      working: false,
      name: '搬迁',
      provisional: false,
    });
    expect(closed.isWorkingDay('2026-03-17')).toBe(true);
  });

  it('has a version for each calendar that counts differently', () => {
    const hours = { from: '08:30', to: '17:30' };
    const versions = [
      calendar.version,
      workCalendar({ closures: [closure] }).version,
      workCalendar({ closures: [{ ...closure, to: '2026-03-17' }] }).version,
      workCalendar({ workingHours: hours }).version,
    ];
    expect(versions[0]).toBe('cn-2026+closures-0');
    expect(versions[3]).toBe('cn-2026+closures-0+hours-0830-1730');
    expect(new Set(versions).size).toBe(4);
  });

  it.each([
    { timeZone: 'Mars/Olympus' },
    { closures: [{ from: '2026-03-14', to: '2026-03-13', name: '' }] },
    { closures: [{ from: '2026-02-30', to: '2026-03-13', name: '' }] },
    { workingHours: { from: '18:00', to: '09:00' } },
    { workingHours: { from: '9:00', to: '18:00' } },
  ])('cannot be %j', (settings) => expect(() => workCalendar(settings)).toThrow(RangeError));
});
