import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import { create as plainTime } from 'temporal-polyfill/fns/PlainTime';
import { toPlainDate, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime';
import { toString as dateTimeText } from 'temporal-polyfill/fns/PlainDateTime';

/** @returns milliseconds since 1970 in UTC; @throws {RangeError} when the text is no RFC 3339 instant */
export function toMs(instant: string): number {
  const ms = /(?:Z|[+-]\d\d:\d\d)$/iu.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant with an offset: ${instant}`);
  return ms;
}

/** @throws {RangeError} beyond the year 275760 */
export const toInstant = (ms: number): string => new Date(ms).toISOString();

const zoned = (ms: number, timeZone: string) => toZonedDateTimeISO(fromEpochMilliseconds(ms), timeZone);

export const dayAt = (ms: number, timeZone: string): string => PlainDate.toString(toPlainDate(zoned(ms, timeZone)));

export const localTime = (ms: number, timeZone: string): string =>
  dateTimeText(toPlainDateTime(zoned(ms, timeZone)), { smallestUnit: 'minute' }).replace('T', ' ');

/** The moment a wall clock shows `time` on `day`; `24:00` is the next midnight. */
export function momentAt(day: string, time: string, timeZone: string): number {
  if (time === '24:00') return momentAt(dayAfter(day), '00:00', timeZone);
  const [hour, minute] = time.split(':').map(Number);
  return PlainDate.toZonedDateTime(plainDate(day), { timeZone, plainTime: plainTime(hour, minute) }).epochMilliseconds;
}

export const dayAfter = (day: string, days = 1): string => PlainDate.toString(PlainDate.addDays(plainDate(day), days));

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string): number => PlainDate.dayOfWeek(plainDate(day));

/** @throws {RangeError} when the text is no day of the calendar */
function plainDate(day: string): PlainDate.Record {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day) ?? [];
  const made = PlainDate.create(Number(year), Number(month), Number(date));
  if (PlainDate.toString(made) !== day) throw new RangeError(`not a day: ${day}`);
  return made;
}
