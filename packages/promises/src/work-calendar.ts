import type { Explanation } from '@pledge/contracts';
import type { StatutoryCalendar } from './statutory-calendar.js';
import { fixedHolidays, isUnpublished } from './statutory-calendar.js';
import { statutoryData } from './statutory-data.js';
import { dayAt, momentAt, weekday } from './zone.js';

/** Days on which the company itself is closed; both ends included. */
export interface Closure {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** Wall-clock times `HH:MM` of the company; `to` may be `24:00`. */
export interface WorkingHours {
  readonly from: string;
  readonly to: string;
}

export interface DayKind {
  readonly kind: 'working-day' | 'make-up-day' | Explanation['skippedDays'][number]['why'];
  readonly working: boolean;
  /** Of the holiday or the closure. */
  readonly name: string | null;
  /** True while the notice that decides about this day is not published. */
  readonly provisional: boolean;
}

/** A company's calendar; days are `YYYY-MM-DD` in its time zone. */
export interface WorkCalendar {
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  /** Names data and settings, e.g. `cn-2026+closures-0`; two calendars that count differently have different versions. */
  readonly version: string;
  isWorkingDay(day: string): boolean;
  dayKind(day: string): DayKind;
  /** When work begins and ends if it is a working day, in milliseconds since 1970. */
  hoursOn(day: string): { readonly from: number; readonly to: number };
}

export interface WorkCalendarSettings {
  readonly timeZone?: string | undefined;
  readonly closures?: readonly Closure[] | undefined;
  readonly statutory?: StatutoryCalendar | undefined;
  readonly workingHours?: WorkingHours | undefined;
}

const officeHours: WorkingHours = { from: '09:00', to: '18:00' };

/**
 * The Chinese statutory calendar with make-up days (调休), plus the company's closures and hours (S-80, S-85, S-92, S-93).
 * In years whose notice is not published only the fixed-date holidays and the weekly pattern count, and every such day says `provisional`.
 * @throws {RangeError} on an unknown time zone, a day that does not exist, a closure or hours that end before they begin
 */
export function workCalendar(settings: WorkCalendarSettings = {}): WorkCalendar {
  const { timeZone = 'Asia/Shanghai', closures = [], statutory = statutoryData, workingHours = officeHours } = settings;
  check(timeZone, closures, workingHours);

  const makeUpDays = new Set(Object.values(statutory.years).flatMap((year) => year.makeUpDays));
  const holidayOn = (day: string): string | undefined => {
    const year = statutory.years[day.slice(0, 4)];
    return year ? year.holidays.find((range) => within(day, range))?.name : fixedHolidays[day.slice(5)];
  };

  const kindOf = (day: string): Omit<DayKind, 'working' | 'provisional'> => {
    const holiday = holidayOn(day);
    if (holiday !== undefined) return { kind: 'statutory-holiday', name: holiday };
    const madeUp = makeUpDays.has(day);
    if (weekday(day) > 5 && !madeUp) return { kind: 'weekend', name: null };
    const closure = closures.find((range) => within(day, range));
    if (closure) return { kind: 'company-closure', name: closure.name };
    return { kind: madeUp ? 'make-up-day' : 'working-day', name: null };
  };

  const dayKind = remembered((day): DayKind => {
    const { kind, name } = kindOf(day);
    const working = kind === 'working-day' || kind === 'make-up-day';
    return { kind, working, name, provisional: isUnpublished(statutory, day) };
  });

  return {
    timeZone,
    workingHours,
    version: versionOf(statutory, closures, workingHours),
    dayKind,
    isWorkingDay: (day) => dayKind(day).working,
    hoursOn: remembered((day) => ({
      from: momentAt(day, workingHours.from, timeZone),
      to: momentAt(day, workingHours.to, timeZone),
    })),
  };
}

function remembered<Value extends object>(ask: (day: string) => Value): (day: string) => Value {
  const answers = new Map<string, Value>();
  return (day) => {
    const answer = answers.get(day) ?? ask(day);
    answers.set(day, answer);
    return answer;
  };
}

const within = (day: string, { from, to }: { readonly from: string; readonly to: string }) => from <= day && day <= to;

function check(timeZone: string, closures: readonly Closure[], { from, to }: WorkingHours): void {
  dayAt(0, timeZone);
  for (const closure of closures) {
    weekday(closure.from);
    weekday(closure.to);
    if (closure.to < closure.from) throw new RangeError(`closure ${closure.name} ends before it begins`);
  }
  const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/u;
  if (!time.test(from) || !(time.test(to) || to === '24:00') || to <= from) {
    throw new RangeError(`working hours must be HH:MM to a later HH:MM, got ${from} to ${to}`);
  }
}

function versionOf({ version }: StatutoryCalendar, closures: readonly Closure[], { from, to }: WorkingHours): string {
  const dates = closures.map((closure) => `${closure.from}/${closure.to}`).toSorted();
  const closed = dates.length === 0 ? 'closures-0' : `closures-${dates.length}-${fingerprint(dates.join())}`;
  const hours = from === officeHours.from && to === officeHours.to ? '' : `+hours-${from}-${to}`.replaceAll(':', '');
  return `${version}+${closed}${hours}`;
}

/** FNV-1a, 32 bit: tells lists of closures apart, guards nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
