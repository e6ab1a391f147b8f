import { companyTimeZone } from './wall-time.js';

export type Language = 'zh' | 'en';

const locale = (language: string) => (language === 'en' ? 'en-GB' : 'zh-CN');
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, kind: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language}/${kind}`;
  const found = made.get(key) ?? new Intl.DateTimeFormat(locale(language), { timeZone: companyTimeZone, ...options });
  made.set(key, found);
  return found;
}

const clockParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** `11/22 19:05`, with the year where it is another one than now. */
export function shortTime(instant: string, language: string, nowMs = Date.now()): string {
  const at = new Date(instant);
  const sameYear = Math.abs(at.getTime() - nowMs) < 200 * 86_400_000;
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return formatter(language, sameYear ? 'short' : 'short-year', {
    ...year,
    month: '2-digit',
    day: '2-digit',
    ...clockParts,
  }).format(at);
}

export const fullTime = (instant: string, language: string): string =>
  formatter(language, 'full', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...clockParts,
    second: '2-digit',
  }).format(new Date(instant));

export interface Duration {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

export function durationOf(ms: number): Duration {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
