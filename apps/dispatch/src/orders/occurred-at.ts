import { Refusal } from '@pledge/kernel';

/** A clock in somebody's pocket may be this wrong, either way, without being argued with. */
export const clockTolerance = { minutes: 2 } as const;
const toleranceMs = clockTolerance.minutes * 60_000;

interface Codes {
  readonly future: string;
  readonly tooEarly: string;
  readonly pointer: string;
}

const occurredCodes: Codes = {
  future: 'occurred-in-future',
  tooEarly: 'occurred-out-of-order',
  pointer: '/occurredAt',
};

/**
 * When a step really happened. What lies outside `[notBefore, now]` by no more than the tolerance is a wrong clock and is moved to the
 * nearer end, so that the times of an order never run backwards; what lies further out is refused.
 */
export function occurredAt(
  told: string | undefined,
  notBefore: string,
  now: string,
  codes: Codes = occurredCodes,
): string {
  const earliest = Date.parse(notBefore);
  const latest = Math.max(earliest, Date.parse(now));
  const at = told === undefined ? latest : Date.parse(told);
  if (at > latest + toleranceMs) throw new Refusal(codes.future, { now }, codes.pointer);
  if (at < earliest - toleranceMs) throw new Refusal(codes.tooEarly, { notBefore }, codes.pointer);
  return new Date(Math.min(Math.max(at, earliest), latest)).toISOString();
}

export const minutesAfter = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * 60_000).toISOString();
