import type { ClockKind } from '@pledge/contracts';
import type { WorkCalendar } from './work-calendar.js';
import { dayAfter, dayAt } from './zone.js';

/** Milliseconds since 1970; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** No company is closed for longer, so whoever looks further has a calendar that never opens. */
const longestClosure = 1000;

/** The days from `day` on that count as working days, in order, without end. */
export function* workingDaysFrom(day: string, calendar: WorkCalendar): Generator<string, never> {
  for (let idle = 0; idle < longestClosure; day = dayAfter(day)) {
    idle = calendar.isWorkingDay(day) ? 0 : idle + 1;
    if (idle === 0) yield day;
  }
  throw new RangeError(`no working day in the ${longestClosure} days before ${day}`);
}

/** The stretches in which a clock of this kind runs, in order, without end. */
export function* runningSpans(clock: ClockKind, start: number, calendar: WorkCalendar): Generator<Span, void> {
  if (clock !== 'working-days') {
    yield { from: start, to: Infinity };
    return;
  }
  for (const day of workingDaysFrom(dayAt(start, calendar.timeZone), calendar)) {
    const { from, to } = calendar.hoursOn(day);
    if (to > start) yield { from: Math.max(from, start), to };
  }
}

/** Takes the pauses out of the spans; the pauses may overlap. */
export function* without(spans: Iterable<Span>, pauses: readonly Span[]): Generator<Span, void> {
  const inOrder = pauses.toSorted((a, b) => a.from - b.from);
  for (const { from, to } of spans) {
    let at = from;
    for (const pause of inOrder) {
      if (pause.to <= at) continue;
      if (pause.from >= to) break;
      if (pause.from > at) yield { from: at, to: pause.from };
      at = pause.to;
    }
    if (at < to) yield { from: at, to };
  }
}

/** The first moment at which `budget` milliseconds have run. */
export function momentAfter(spans: Iterable<Span>, budget: number): number {
  let left = budget;
  for (const { from, to } of spans) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  throw new RangeError('the clock stops for ever before its time is over');
}

/** Milliseconds that have run before `until`. */
export function runBefore(spans: Iterable<Span>, until: number): number {
  let run = 0;
  for (const { from, to } of spans) {
    if (from >= until) break;
    run += Math.min(to, until) - from;
  }
  return run;
}
