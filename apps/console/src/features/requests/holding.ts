import type { Department } from '@pledge/contracts';

export interface Held {
  readonly department: Department;
  readonly from: string;
  readonly to: string | null;
}

export interface Share {
  readonly department: Department;
  readonly seconds: number;
  readonly percent: number;
}

const secondsOf = ({ from, to }: Held, nowMs: number) =>
  Math.max(0, Math.floor((to === null ? nowMs : Date.parse(to)) / 1000) - Math.floor(Date.parse(from) / 1000));

/** The seconds each department held the request; they add up to the time from the first to the last moment. */
export function sharesOf(
  held: readonly Held[],
  nowMs: number,
): { readonly total: number; readonly shares: readonly Share[] } {
  const seconds = new Map<Department, number>();
  for (const one of held) seconds.set(one.department, (seconds.get(one.department) ?? 0) + secondsOf(one, nowMs));
  const total = [...seconds.values()].reduce((sum, each) => sum + each, 0);
  const shares = [...seconds].map(([department, each]) => ({
    department,
    seconds: each,
    percent: total === 0 ? 0 : (each / total) * 100,
  }));
  return { total, shares };
}
