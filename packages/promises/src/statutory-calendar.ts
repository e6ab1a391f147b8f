/** What the State Council's notice says of one year; days are `YYYY-MM-DD`, ranges include both ends. */
export interface StatutoryYear {
  readonly holidays: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  /** Weekend days made working days (调休). */
  readonly makeUpDays: readonly string[];
}

/** Published years and nothing else: a year without an entry is not published, never "without holidays". */
export interface StatutoryCalendar {
  /** `cn-` and the last published year, e.g. `cn-2026`. */
  readonly version: string;
  readonly years: Readonly<Record<string, StatutoryYear>>;
  /** English names of the holidays, by their Chinese name. */
  readonly english: Readonly<Record<string, string>>;
}

/** Holidays the regulation of 2025 ties to a date; for years whose notice is not out. The lunar ones are unknown there. */
export const fixedHolidays: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/** From here on a December belongs to the notice of the year after: New Year's bridge days reached back to the 29th so far. */
const yearEnd = '12-26';

/** Whether a notice that decides about this day is still to come. */
export function isUnpublished(statutory: StatutoryCalendar, day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (!statutory.years[year]) return true;
  return day.slice(5) >= yearEnd && !statutory.years[year + 1];
}
