/** Clocks of callers run apart by seconds; what lies within this of now is now. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;
const OLDEST_ENTRY_MS = 7 * 24 * 3_600_000;

interface Reached {
  /** When it is said to have reached us; now where nobody says. */
  readonly told: string | undefined;
  /** When its envelope did; null where the report is its own envelope. */
  readonly envelopeReceivedAt: string | null;
  readonly now: string;
  /** Whoever enters it may say any time; else what is said lies at most seven days before we have seen something of it. */
  readonly mayBackdate?: boolean | undefined;
}

/**
 * When a report first reached us, on whatever way: the promises run from then, not from when it was typed in (S-26). Refused where that
 * lies in the future, or further back than whoever enters it may say. How long its envelope has waited is no reason to refuse it.
 */
export function firstReached({ told, envelopeReceivedAt, now, mayBackdate = false }: Reached): {
  readonly at: string;
  readonly refused: 'received-in-future' | 'received-too-long-ago' | null;
} {
  const present = Date.parse(now);
  const said = told === undefined ? present : Date.parse(told);
  const seen = envelopeReceivedAt === null ? present : Date.parse(envelopeReceivedAt);
  const at = envelopeReceivedAt === null ? said : Math.min(said, seen);
  const late = at > present + CLOCK_TOLERANCE_MS;
  const early = !mayBackdate && at < Math.min(present, seen) - OLDEST_ENTRY_MS;
  const refused = late ? 'received-in-future' : early ? 'received-too-long-ago' : null;
  return { at: new Date(at).toISOString(), refused };
}
