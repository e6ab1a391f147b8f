import type { Shift } from '@pledge/contracts/http';
import { instantOf, wallOf } from '@pledge/ui/time';

const dayMs = 86_400_000;
const asUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);

export const dayOf = (instantMs: number): string => wallOf(instantMs).slice(0, 10);
export const dayAfter = (day: string, days: number): string =>
  new Date(asUtc(day) + days * dayMs).toISOString().slice(0, 10);
/** Monday of the week of a day. */
export const weekOf = (day: string): string => dayAfter(day, -((new Date(asUtc(day)).getUTCDay() + 6) % 7));

export type View = 'week' | 'month';

/** The days a view shows: whole weeks from Monday. */
export function daysShown(day: string, view: View): readonly string[] {
  const first = view === 'week' ? weekOf(day) : weekOf(`${day.slice(0, 7)}-01`);
  const nextMonth = dayAfter(`${day.slice(0, 7)}-28`, 4).slice(0, 7);
  const end = view === 'week' ? dayAfter(first, 7) : dayAfter(weekOf(dayAfter(`${nextMonth}-01`, -1)), 7);
  const count = (asUtc(end) - asUtc(first)) / dayMs;
  return Array.from({ length: count }, (_, index) => dayAfter(first, index));
}

/** The day one view later or earlier. */
export function step(day: string, view: View, by: 1 | -1): string {
  if (view === 'week') return dayAfter(day, 7 * by);
  const first = `${day.slice(0, 7)}-01`;
  return `${dayAfter(first, by === 1 ? 31 : -1).slice(0, 7)}-01`;
}

export const startOf = (day: string): string => instantOf(`${day}T00:00`) ?? '';

/** What begins on a day by the company's clock. */
export const beginningOn = (shifts: readonly Shift[], day: string): readonly Shift[] =>
  shifts.filter(({ startsAt }) => dayOf(Date.parse(startsAt)) === day);

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** What of each stretch lies on a day. */
export function partsOn(stretches: readonly Stretch[], day: string): readonly Stretch[] {
  const [start, end] = [Date.parse(startOf(day)), Date.parse(startOf(dayAfter(day, 1)))];
  return stretches
    .map(({ from, to }) => [Math.max(start, Date.parse(from)), Math.min(end, Date.parse(to))] as const)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));
}

export const isNow = ({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, nowMs: number): boolean =>
  Date.parse(startsAt) <= nowMs && nowMs < Date.parse(endsAt);
