import fc from 'fast-check';
import type { Planned, PlannedShift } from './shift.js';

const hourMs = 3_600_000;
const hours = Array.from({ length: 100 }, (_, hour) =>
  new Date(Date.UTC(2026, 2, 2) + (hour - 1) * hourMs).toISOString(),
);
export const at = (hour: number) => hours[hour + 1] ?? '';
const hourOf = new Map(hours.map((instant, hour) => [instant, hour]));
export const id = (n: number) => `01996f00-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const lin = { personId: 'lin', name: '林小雨', phone: '13800000001' };
const xu = { personId: 'xu', name: '许婷婷', phone: null };
export const zheng = { personId: 'zheng', name: '郑阳', phone: null };
const people = fc.constantFrom([lin], [xu], [lin, xu], [xu, zheng], [zheng, lin]);
export const person = fc.constantFrom(lin, xu, zheng);
export const by = fc.constantFrom({ personId: 'xie', name: '谢敏' }, { personId: 'lin', name: '林小雨' });

export const spanOf = (shortest: number, longest: number): fc.Arbitrary<Planned> =>
  fc
    .record({
      from: fc.nat({ max: 60 }),
      long: fc.integer({ min: shortest, max: longest }),
      kind: fc.constantFrom('day' as const, 'night' as const, 'holiday' as const),
      people,
    })
    .map(({ from, long, ...rest }) => ({ ...rest, startsAt: at(from), endsAt: at(from + long) }));
export const asked = fc.oneof({ weight: 5, arbitrary: spanOf(1, 12) }, { weight: 1, arbitrary: spanOf(-1, 26) });
export const numbered = (plans: readonly Planned[], first: number): PlannedShift[] =>
  plans.map((one, index) => ({ ...one, shiftId: id(first + index) }));
export const shiftsFrom = (first: number, most: number) =>
  fc.array(spanOf(1, 24), { maxLength: most }).map((plans) => numbered(plans, first));

export const ends = ({ startsAt, endsAt }: Planned) => {
  const long = (hourOf.get(endsAt) ?? 0) - (hourOf.get(startsAt) ?? 0);
  return { after: long > 0, within: long <= 24 };
};
export const fits = (one: Planned) => ends(one).after && ends(one).within;
const atOnce = (a: PlannedShift, b: PlannedShift) =>
  a.shiftId !== b.shiftId &&
  a.people[0]?.personId === b.people[0]?.personId &&
  a.startsAt < b.endsAt &&
  b.startsAt < a.endsAt;
export const twice = (some: readonly PlannedShift[], others: readonly PlannedShift[] = []) =>
  some.some((one) => [...some, ...others].some((other) => atOnce(one, other)));
/** A refusal that no `reason` speaks for is none. */
export const just = (refused: string | undefined, reasons: Readonly<Record<string, boolean>>) =>
  refused === undefined || reasons[refused] === true;
