/** From one instant up to another; RFC 3339 in UTC. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

export const ms = (instant: string): number => Date.parse(instant);
export const instantOf = (moment: number): string => new Date(moment).toISOString();

export const overlap = (a: Span, b: Span): boolean => ms(a.startsAt) < ms(b.endsAt) && ms(b.startsAt) < ms(a.endsAt);
export const covers = ({ startsAt, endsAt }: Span, at: string): boolean =>
  ms(startsAt) <= ms(at) && ms(at) < ms(endsAt);

/** The parts of a stretch that no shift covers, in order. */
export function gapsIn({ from, to }: Stretch, shifts: readonly Span[]): Stretch[] {
  const gaps: Stretch[] = [];
  let covered = ms(from);
  const end = ms(to);
  for (const { startsAt, endsAt } of shifts.toSorted((a, b) => ms(a.startsAt) - ms(b.startsAt))) {
    if (ms(startsAt) >= end) break;
    if (ms(startsAt) > covered) gaps.push({ from: instantOf(covered), to: instantOf(ms(startsAt)) });
    covered = Math.max(covered, ms(endsAt));
  }
  if (covered < end) gaps.push({ from: instantOf(covered), to: instantOf(end) });
  return gaps;
}
