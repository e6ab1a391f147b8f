import { instantOf, wallOf } from '@pledge/ui/time';

export const quickTimes = ['half-hour', 'hour', 'two-hours', 'tomorrow'] as const;
export type QuickTime = (typeof quickTimes)[number];

const minute = 60_000;
const minutes = { 'half-hour': 30, hour: 60, 'two-hours': 120 } as const;

/** What an agent says on the phone, as the company's clock will show it: whole minutes from now, or tomorrow at nine. */
export function wallAt(quick: QuickTime, nowMs: number): string {
  if (quick !== 'tomorrow') return wallOf(Math.ceil(nowMs / minute) * minute + minutes[quick] * minute);
  return `${wallOf(nowMs + 24 * 60 * minute).slice(0, 10)}T09:00`;
}

/** The instant a field says; null where it says none, or one that is over. */
export function aheadOf(wall: string | undefined, nowMs: number): string | null {
  const at = instantOf(wall ?? '');
  return at !== null && Date.parse(at) > nowMs ? at : null;
}
