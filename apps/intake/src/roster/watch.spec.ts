import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { RosterGapAhead } from '@pledge/contracts/events';
import { workCalendar } from '@pledge/promises';
import { specFor, checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { daysOf, hotlineAt } from './days.js';
import type { Span } from './stretch.js';
import { covers, gapsIn } from './stretch.js';
import type { WatchEvent } from './watch.js';
import { watch } from './watch.js';

const { given } = specFor(watch);
const start = Date.parse('2026-11-25T00:00:00.000Z');
const at = (hour: number) => new Date(start + hour * 3_600_000).toISOString();
const span = (from: number, to: number): Span => ({ startsAt: at(from), endsAt: at(to) });
const look = (...shifts: Span[]) => ({ type: 'look', shifts }) as const;
const year = span(100, 9000);
const told = (from: number, to: number, now: number, open = false): WatchEvent[] => [
  RosterGapAhead.of({ from: at(from), to: at(to), at: at(now) }),
  { type: 'gap-noted', data: { from: at(from), to: at(to), open } },
];

describe('the gaps of a stretch', () => {
  it('are what no shift covers', () => {
    expect(gapsIn({ from: at(0), to: at(24) }, [span(8, 12), span(10, 20), span(-5, 1)])).toEqual([
      { from: at(1), to: at(8) },
      { from: at(20), to: at(24) },
    ]);
    expect(gapsIn({ from: at(0), to: at(24) }, [])).toEqual([{ from: at(0), to: at(24) }]);
    expect(gapsIn({ from: at(0), to: at(24) }, [span(0, 12), span(12, 24)])).toEqual([]);
  });
  it('and the shifts never overlap, and together are the whole', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: 1, max: 24 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(spans, (pairs) => {
        const shifts = pairs.map(([from, long]) => span(from, from + long));
        const gaps = gapsIn({ from: at(0), to: at(48) }, shifts);
        for (let hour = 0; hour < 48; hour += 0.5) {
          const inGap = gaps.some((gap) => covers({ startsAt: gap.from, endsAt: gap.to }, at(hour)));
          expect(inGap).toBe(!shifts.some((one) => covers(one, at(hour))));
        }
      }),
    );
  });
});

describe('looking ahead', () => {
  it('tells of a gap of the coming 72 hours, once', () => {
    given()
      .at(at(0))
      .when(look(span(-1, 40), span(52, 100), year))
      .then(...told(40, 52, 0));
    given(...told(40, 52, 0))
      .at(at(1))
      .when(look(span(-1, 40), span(52, 100), year))
      .thenNothing();
  });
  it('says nothing of what is further away, until it comes near', () => {
    given()
      .at(at(0))
      .when(look(span(-1, 73), span(80, 100), year))
      .thenNothing();
    given()
      .at(at(2))
      .when(look(span(-1, 73), span(80, 100), year))
      .then(...told(73, 80, 2));
  });
  it('does not tell again while the gap goes on, or is made smaller', () => {
    given(...told(40, 52, 0))
      .at(at(45))
      .when(look(span(-1, 40), span(52, 100), year))
      .thenNothing();
    given(...told(40, 52, 0))
      .at(at(1))
      .when(look(span(-1, 40), span(50, 100), year))
      .thenNothing();
  });
  it('tells again where it has grown', () =>
    given(...told(40, 52, 0))
      .at(at(1))
      .when(look(span(-1, 40), span(60, 100), year))
      .then(...told(40, 60, 1)));
  it('tells of a roster that ends, and again a week later', () => {
    const end = 72 + 7 * 24;
    given()
      .at(at(0))
      .when(look(span(-1, 40)))
      .then(...told(40, end, 0, true));
    given(...told(40, end, 0, true))
      .at(at(100))
      .when(look())
      .thenNothing();
    given(...told(40, end, 0, true))
      .at(at(end))
      .when(look())
      .then({ type: 'past-gaps-forgotten', data: { before: at(end) } }, ...told(end, 2 * end, end, true));
  });
  it('on no walk misses a gap that comes near, tells of a covered hour, or says twice what was said', () => {
    const ends = [null, 9000] as const;
    // Ten turns of a day, of which most are taken, and what was put in between by hand.
    const looks = fc
      .record({
        some: fc.nat({ max: 2 ** 10 - 1 }),
        others: fc.nat({ max: 2 ** 10 - 1 }),
        more: fc.array(fc.record({ from: fc.nat({ max: 200 }), long: fc.integer({ min: 1, max: 24 }) }), {
          maxLength: 2,
        }),
        until: fc.constantFrom(...ends),
      })
      .map(({ some, others, more, until }) => {
        const turns = Array.from({ length: 10 }, (_, turn) => turn).filter(
          (turn) => (((some | others) >> turn) & 1) === 1,
        );
        return look(
          ...turns.map((turn) => span(turn * 24, turn * 24 + 24)),
          ...more.map(({ from, long }) => span(from, from + long)),
          ...(until === null ? [] : [span(240, until)]),
        );
      });
    const plus = (moment: string, hours: number) => new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
    const reached = new Set<string>();
    checkInvariants(
      watch,
      looks,
      ({ command, events, history, after, now }) => {
        const { shifts = [] } = command;
        const [soon, far] = [plus(now, 72), plus(now, 240)];
        const news = events.flatMap((event) => (event.type === 'gap-noted' ? [event.data] : []));
        const said = events.flatMap((event) => (event.type === 'intake.roster-gap-ahead.v1' ? [event.data] : []));
        const before = history.slice(0, history.length - events.length);
        const bare = (moment: string) => !shifts.some((one) => one.startsAt <= moment && moment < one.endsAt);
        const near = [now, ...shifts.map(({ endsAt }) => endsAt)].filter(
          (moment) => moment >= now && moment < soon && bare(moment),
        );
        for (const { open } of news) reached.add(open ? 'an open gap' : 'a gap');
        if (events.some(({ type }) => type === 'past-gaps-forgotten')) reached.add('what is forgotten');
        if (near.length > 0 && events.length === 0) reached.add('silence');
        return {
          'every gap that comes near was told of': near.every((moment) =>
            after.told.some(({ from, to }) => from <= moment && moment < to),
          ),
          'every gap that comes near was told of to its end': near.every((moment) => {
            const next = shifts.map(({ startsAt }) => startsAt).filter((one) => one > moment);
            const end = next.reduce((a, b) => (a < b ? a : b), far);
            return after.told.some(({ from, to, open }) => from <= moment && moment < to && (open || end <= to));
          }),
          'what is told of is ahead, and comes near': news.every(
            ({ from, to }) => now <= from && from < soon && from < to && to <= far,
          ),
          'nobody is on call in what is told of': news.every(({ from, to }) =>
            shifts.every((one) => one.endsAt <= from || to <= one.startsAt),
          ),
          'it is told of from its beginning': news.every(
            ({ from }) => from === now || shifts.some(({ endsAt }) => endsAt === from),
          ),
          'nothing is told of that was told of before': news.every(
            (gap) =>
              !before.some(
                (event) =>
                  event.type === 'gap-noted' &&
                  event.data.from <= gap.from &&
                  (gap.open ? event.data.open && gap.from < event.data.to : gap.to <= event.data.to),
              ),
          ),
          'what is noted is told to everybody': isDeepStrictEqual(
            said,
            news.map(({ from, to }) => ({ from, to, at: now })),
          ),
          'nothing that is past is kept when there is news':
            news.length === 0 || after.told.every(({ to }) => to > now),
          'who looks again at once is told nothing': watch.decide(command, after, now).length === 0,
        };
      },
      { walks: 20_000, maxSteps: 5, maxPauseMs: 40 * 3_600_000, startAt: at(0) },
    );
    for (const outcome of ['a gap', 'an open gap', 'what is forgotten', 'silence']) expect(reached).toContain(outcome);
  });
});

describe('the days of a roster', () => {
  const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
  it('are marked as the statutory calendar has them', () => {
    // 2026-10-01 to 10-07 is National Day, 2026-10-10 a Saturday that is worked.
    const days = daysOf({ from: '2026-09-29T16:00:00.000Z', to: '2026-10-11T16:00:00.000Z' }, calendar);
    const kinds = Object.fromEntries(days.map(({ day, kind }) => [day, kind]));
    expect(days[0]?.day).toBe('2026-09-30');
    expect(days.at(-1)?.day).toBe('2026-10-11');
    expect(kinds).toMatchObject({
      '2026-09-30': 'working',
      '2026-10-01': 'holiday',
      '2026-10-10': 'make-up',
      '2026-10-11': 'weekend',
    });
    expect(days.find(({ day }) => day === '2026-10-02')?.name).toBe('国庆节');
  });
  it.each([
    ['2026-11-25T00:59:59.999Z', 'night-hotline', 'a minute before nine'],
    ['2026-11-25T01:00:00.000Z', 'hotline', 'at nine'],
    ['2026-11-25T09:59:59.999Z', 'hotline', 'until six'],
    ['2026-11-25T10:00:00.000Z', 'night-hotline', 'after six'],
    ['2026-11-28T04:00:00.000Z', 'night-hotline', 'on a Saturday at noon'],
    ['2026-10-10T04:00:00.000Z', 'hotline', 'on a Saturday that is worked'],
    ['2026-10-01T04:00:00.000Z', 'night-hotline', 'on a holiday at noon'],
  ])('%s is for the %s: %s (S-17, S-18)', (moment, channel) => expect(hotlineAt(moment, calendar)).toBe(channel));
});
