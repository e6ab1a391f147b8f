import type { PromiseState } from '@pledge/contracts/http';

export interface ClockFacts {
  readonly state: PromiseState;
  readonly dueAt: string;
  readonly atRiskAt: string;
}

/** The state as the clock shows it now: between two answers of the server a running clock may reach its stages. */
export function stateNow({ state, dueAt, atRiskAt }: ClockFacts, nowMs: number): PromiseState {
  if (state !== 'running' && state !== 'at-risk') return state;
  if (nowMs >= Date.parse(dueAt)) return 'breached';
  return nowMs >= Date.parse(atRiskAt) ? 'at-risk' : state;
}

export const isOpen = (state: PromiseState): boolean =>
  state === 'running' || state === 'at-risk' || state === 'breached' || state === 'paused';

/** `0:59:08`, `26:00:00`; of a time that is over the same with a minus sign. Days only from four days on. */
export function countdown(dueMs: number, nowMs: number, dayWord: string): string {
  const left = Math.round((dueMs - nowMs) / 1000);
  const seconds = Math.abs(left);
  const sign = left < 0 ? '−' : '';
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  if (hours < 96) return `${sign}${hours}:${rest}`;
  return `${sign}${Math.floor(hours / 24)}${dayWord} ${two(hours % 24)}:${rest}`;
}

const severity: Readonly<Record<PromiseState, number>> = {
  breached: 0,
  'at-risk': 1,
  running: 1,
  paused: 2,
  'done-late': 3,
  kept: 3,
  void: 3,
};

/** Of two clocks the worse first: breached before running, then whichever runs out first. */
export function worseFirst(a: ClockFacts, b: ClockFacts, nowMs: number): number {
  const bySeverity = severity[stateNow(a, nowMs)] - severity[stateNow(b, nowMs)];
  return bySeverity !== 0 ? bySeverity : Date.parse(a.dueAt) - Date.parse(b.dueAt);
}
