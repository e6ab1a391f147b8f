import type { ClockKind, Explanation, Pause, PromiseName } from '@pledge/contracts';
import type { Limit } from './promise-rules.js';
import type { Span } from './running-time.js';
import { momentAfter, runBefore, runningSpans, without, workingDaysFrom } from './running-time.js';
import type { WorkCalendar } from './work-calendar.js';
import { dayAfter, dayAt, toInstant, toMs } from './zone.js';

/** A pause that is over. */
export type ClosedPause = Pause & { readonly to: string };

export interface Counted {
  readonly dueAt: string;
  readonly atRiskAt: string;
  readonly provisional: boolean;
  readonly explanation: Explanation;
}

/** What a count starts from; an explanation holds all of it. */
export interface Question {
  readonly rule: PromiseName;
  readonly clock: ClockKind;
  readonly limit: Limit;
  readonly startedAt: string;
}

/** The due time, with closed pauses taken off. */
export function count(question: Question, pauses: readonly ClosedPause[], calendar: WorkCalendar): Counted {
  const start = toMs(question.startedAt);
  const budget = budgetOf(question, calendar);
  const after = (ms: number) => momentAfter(spansOf(question, pauses, calendar), ms);
  const due = after(budget);
  const taken = pauses.filter(({ from, to }) => toMs(from) < due && toMs(to) > start && toMs(to) > toMs(from));
  return {
    dueAt: toInstant(due),
    atRiskAt: toInstant(after(Math.floor((budget * 4) / 5))),
    ...accountFor(question, taken, due, calendar),
  };
}

/** The running time a clock has left at `at`; zero or less once it ran out. In milliseconds (of working time, for a working-day clock). */
export function leftAt(
  question: Question,
  pauses: readonly ClosedPause[],
  at: number,
  calendar: WorkCalendar,
): { readonly left: number; readonly explanation: Explanation } {
  const left = budgetOf(question, calendar) - runBefore(spansOf(question, pauses, calendar), at);
  return { left, explanation: accountFor(question, pauses, at, calendar).explanation };
}

const spansOf = ({ clock, startedAt }: Question, pauses: readonly ClosedPause[], calendar: WorkCalendar) =>
  without(runningSpans(clock, toMs(startedAt), calendar), pauses.map(spanOf));

function spanOf({ from, to }: ClosedPause): Span {
  const span = { from: toMs(from), to: toMs(to) };
  if (span.to < span.from) throw new RangeError(`a pause from ${from} cannot end before, at ${to}`);
  return span;
}

/** The running time that the limit amounts to, in milliseconds. */
function budgetOf({ clock, limit: { amount, unit }, startedAt }: Question, calendar: WorkCalendar): number {
  if (!Number.isSafeInteger(amount) || amount < 1)
    throw new RangeError(`a limit is a whole number from 1, got ${amount}`);
  const start = toMs(startedAt);
  if (unit === 'minutes' && clock !== 'calendar-days') return amount * 60_000;
  if (unit !== clock) throw new RangeError(`a limit in ${unit} does not fit a clock of ${clock}`);
  const tomorrow = dayAfter(dayAt(start, calendar.timeZone));
  const last =
    unit === 'working-days' ? nth(workingDaysFrom(tomorrow, calendar), amount) : dayAfter(tomorrow, amount - 1);
  return runBefore(runningSpans(clock, start, calendar), calendar.hoursOn(last).to);
}

function nth(days: Iterable<string>, position: number): string {
  let seen = 0;
  for (const day of days) if (++seen === position) return day;
  throw new RangeError(`fewer than ${position} days`);
}

/** Every day looked at on the way to `end`, and why it counted or not. */
function accountFor(question: Question, pauses: readonly Pause[], end: number, calendar: WorkCalendar) {
  const { rule, clock, limit } = question;
  const start = toMs(question.startedAt);
  const countedDays: string[] = [];
  const skippedDays: Explanation['skippedDays'] = [];
  const makeUpDays: string[] = [];
  const first = dayAt(start, calendar.timeZone);
  let provisional = clock === 'working-days' && calendar.dayKind(first).provisional;

  if (clock !== 'around-the-clock') {
    const last = dayAt(end - 1, calendar.timeZone);
    for (let day = startDayCounts(question, calendar) ? first : dayAfter(first); day <= last; day = dayAfter(day)) {
      const { kind, name, provisional: unpublished } = calendar.dayKind(day);
      if (clock === 'working-days') provisional ||= unpublished;
      if (clock === 'calendar-days' || kind === 'working-day' || kind === 'make-up-day') countedDays.push(day);
      else skippedDays.push({ day, why: kind, name });
      if (clock === 'working-days' && kind === 'make-up-day') makeUpDays.push(day);
    }
  }

  const { timeZone, version: calendarVersion } = calendar;
  const pausesTakenOff = pauses.map((pause) => ({ ...pause }));
  const startedAt = toInstant(start);
  const counted = { countedDays, skippedDays, makeUpDays, pausesTakenOff };
  const explanation: Explanation = {
    rule,
    clock,
    limit: { ...limit },
    startedAt,
    timeZone,
    calendarVersion,
    ...counted,
  };
  return { provisional, explanation };
}

/** Whole days begin the day after; minutes of working time begin at once, if there is any left on the day. */
function startDayCounts({ clock, limit, startedAt }: Question, calendar: WorkCalendar): boolean {
  if (clock !== 'working-days' || limit.unit !== 'minutes') return false;
  const day = dayAt(toMs(startedAt), calendar.timeZone);
  return !calendar.isWorkingDay(day) || toMs(startedAt) < calendar.hoursOn(day).to;
}
