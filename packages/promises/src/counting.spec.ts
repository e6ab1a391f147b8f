import { describe, expect, it } from '@jest/globals';
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import type { ClosedPause, Closure, Limit } from './index.js';
import { stamp, workCalendar } from './index.js';

/** A clock counted one minute at a time, on nothing but UTC+8 and chinese-days. */
interface Case {
  readonly start: number;
  readonly limit: Limit;
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
  readonly closures: readonly { readonly from: number; readonly to: number }[];
}

const dayMinutes = 24 * 60;
const dayText = (index: number) => new Date(index * dayMinutes * 60_000).toISOString().slice(0, 10);
const firstDay = Date.parse('2025-01-01') / 60_000 / dayMinutes;
const lastDay = Date.parse('2026-12-25') / 60_000 / dayMinutes;
const working = new Map<number, boolean>();
for (let index = firstDay; index <= lastDay; index++) working.set(index, isWorkday(dayText(index)));

const localDay = (minute: number) => Math.floor((minute + 480) / dayMinutes);

function slowModel({ start, limit, pauses, closures }: Case) {
  const isOpen = (day: number) =>
    working.get(day) === true && !closures.some(({ from, to }) => from <= day && day <= to);
  let today = { day: -1, open: false };
  const inOffice = (minute: number) => {
    const ofDay = (minute + 480) % dayMinutes;
    if (ofDay < 540 || ofDay >= 1080) return false;
    const day = localDay(minute);
    if (day !== today.day) today = { day, open: isOpen(day) };
    return today.open;
  };
  const runs = limit.unit === 'minutes' || limit.unit === 'calendar-days' ? () => true : inOffice;

  let budget = limit.unit === 'minutes' ? limit.amount : 0;
  if (limit.unit !== 'minutes') {
    let counted = 0;
    for (let minute = start; ; minute++) {
      const begins = (minute + 480) % dayMinutes === 0 && minute > start;
      if (begins && (limit.unit === 'calendar-days' || isOpen(localDay(minute)))) counted++;
      if (counted === limit.amount && (minute + 480) % dayMinutes === 1080) break;
      if (runs(minute)) budget++;
    }
  }

  const fourFifths = Math.floor((budget * 4) / 5);
  const rest = (((budget * 4) % 5) * 60_000) / 5;
  let run = 0;
  let atRisk: number | undefined = undefined;
  for (let minute = start; ; minute++) {
    const running = runs(minute) && !pauses.some(({ from, to }) => from <= minute && minute < to);
    if (!running) continue;
    if (run === fourFifths && rest > 0) atRisk ??= minute * 60_000 + rest;
    run++;
    if (run === fourFifths && rest === 0) atRisk ??= (minute + 1) * 60_000;
    if (run === budget)
      return { dueAt: instant(minute + 1), atRiskAt: new Date(atRisk ?? start * 60_000).toISOString() };
  }
}

const instant = (minute: number) => new Date(minute * 60_000).toISOString();
const closuresOf = ({ closures }: Case): Closure[] =>
  closures.map(({ from, to }) => ({ from: dayText(from), to: dayText(to), name: '公司放假' }));
const pausesOf = ({ pauses }: Case): ClosedPause[] =>
  pauses.map(({ from, to }) => ({
    from: instant(from),
    to: instant(to),
    reason: 'waiting-for-user',
    note: '等用户回电',
  }));

const promiseIn = { minutes: 'resolve', 'working-days': 'settle-transferred', 'calendar-days': 'return-loan' } as const;
const stamped = (given: Case, timeZone = 'Asia/Shanghai') =>
  stamp({
    promiseId: '018f7a52-0000-7000-8000-000000000001',
    promise: promiseIn[given.limit.unit],
    startedAt: instant(given.start),
    limit: given.limit,
    pauses: pausesOf(given),
    calendar: workCalendar({ timeZone, closures: closuresOf(given) }),
    owner: 'support',
  });

const start = fc.integer({ min: (firstDay + 1) * dayMinutes, max: (lastDay - 110) * dayMinutes });
const lengths = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 3 * dayMinutes }));
const casesOf = (unit: Limit['unit'], most: number): fc.Arbitrary<Case> =>
  start.chain((from) =>
    fc.record({
      start: fc.constant(from),
      limit: fc.record({ amount: fc.integer({ min: 1, max: most }), unit: fc.constant(unit) }),
      pauses: fc.array(
        fc
          .tuple(fc.integer({ min: -600, max: 9 * dayMinutes }), lengths)
          .map(([after, length]) => ({ from: from + after, to: from + after + length })),
        { maxLength: 3 },
      ),
      closures: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 })).map(([after, length]) => ({
          from: localDay(from) + after,
          to: localDay(from) + after + length,
        })),
        { maxLength: 2 },
      ),
    }),
  );

const agree = (given: Case, timeZone?: string) => {
  const { dueAt, atRiskAt } = stamped(given, timeZone);
  expect({ dueAt, atRiskAt }).toEqual(slowModel(given));
};

describe('against a model that counts minute by minute', () => {
  it('working days agree, with pauses, closures and make-up days', () => {
    fc.assert(
      fc.property(casesOf('working-days', 6), (given) => agree(given)),
      { numRuns: 3000 },
    );
  });

  it('minutes around the clock agree, with pauses', () => {
    fc.assert(
      fc.property(casesOf('minutes', 4000), (given) => agree(given)),
      { numRuns: 3000 },
    );
  });

  it('minutes around the clock do not care for the time zone', () => {
    fc.assert(
      fc.property(casesOf('minutes', 4000), (given) => agree(given, 'Europe/Berlin')),
      { numRuns: 1000 },
    );
  });

  it('calendar days agree, with pauses', () => {
    fc.assert(
      fc.property(casesOf('calendar-days', 40), (given) => agree(given)),
      { numRuns: 1000 },
    );
  });
});

describe('whatever the case', () => {
  const any = fc.oneof(casesOf('working-days', 6), casesOf('minutes', 4000), casesOf('calendar-days', 40));

  it('a later start is never due earlier', () => {
    const later = fc.tuple(any, fc.integer({ min: 0, max: 3 * dayMinutes }));
    fc.assert(
      fc.property(later, ([given, delay]) => {
        const unpaused = { ...given, pauses: [] };
        const [first, second] = [stamped(unpaused), stamped({ ...unpaused, start: given.start + delay })];
        expect(second.dueAt >= first.dueAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a pause never makes it due, or at risk, earlier', () => {
    fc.assert(
      fc.property(any, (given) => {
        const [without, paused] = [stamped({ ...given, pauses: [] }), stamped(given)];
        expect(paused.dueAt >= without.dueAt && paused.atRiskAt >= without.atRiskAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('it is at risk after the start and before it is due', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { startedAt, atRiskAt, dueAt } = stamped(given);
        expect(startedAt < atRiskAt && atRiskAt < dueAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('as many working days are counted as were promised, each of them open, and every day between is accounted for', () => {
    fc.assert(
      fc.property(casesOf('working-days', 6), (given) => {
        const calendar = workCalendar({ closures: closuresOf(given) });
        const { countedDays, skippedDays, makeUpDays } = stamped({ ...given, pauses: [] }).explanation;
        expect(countedDays).toHaveLength(given.limit.amount);
        expect(countedDays.every((day) => calendar.isWorkingDay(day))).toBe(true);
        expect(makeUpDays.every((day) => countedDays.includes(day))).toBe(true);
        const seen = [...countedDays, ...skippedDays.map(({ day }) => day)].toSorted();
        expect(seen).toEqual(seen.map((_, index) => dayText(localDay(given.start) + 1 + index)));
      }),
      { numRuns: 1000 },
    );
  });

  it('calendar days end at closing time on the wall clock, also across a change to or from summer time', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(casesOf('calendar-days', 40), (given) => {
        const { dueAt, startedAt } = stamped({ ...given, pauses: [] }, 'Europe/Berlin');
        const first = Date.parse(wall.format(new Date(startedAt)).slice(0, 10)) / 60_000 / dayMinutes;
        expect(wall.format(new Date(dueAt))).toBe(`${dayText(first + given.limit.amount)} 18:00`);
      }),
      { numRuns: 1000 },
    );
  });
});
