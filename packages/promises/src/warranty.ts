import type { WarrantyState } from '@pledge/contracts';

/** What the archive knows of a piece of equipment's guarantee; days are `YYYY-MM-DD` in the company's time zone. */
export interface WarrantyTerms {
  /** Null while it is not in operation yet. */
  readonly commissionedOn: string | null;
  readonly warrantyMonths: number;
  /** The last day of a renewal (续保), where one was agreed. */
  readonly extendedUntil: string | null;
}

export interface Warranty {
  readonly state: WarrantyState;
  /** The last day that is covered. */
  readonly endsOn: string | null;
}

/**
 * The state of a guarantee on a day: `warrantyMonths` calendar months from commissioning (S-22, 24 unless the contract says
 * otherwise), the last day included; a renewal runs on to `extendedUntil`.
 */
export function warrantyOn(today: string, { commissionedOn, warrantyMonths, extendedUntil }: WarrantyTerms): Warranty {
  if (commissionedOn === null || today < commissionedOn) {
    return { state: 'not-started', endsOn: commissionedOn && lastDay(commissionedOn, warrantyMonths) };
  }
  const ends = lastDay(commissionedOn, warrantyMonths);
  if (today <= ends && (extendedUntil === null || extendedUntil <= ends)) return { state: 'in-warranty', endsOn: ends };
  if (today <= ends) return { state: 'in-warranty', endsOn: extendedUntil };
  if (extendedUntil !== null && today <= extendedUntil) return { state: 'extended', endsOn: extendedUntil };
  return { state: 'out-of-warranty', endsOn: extendedUntil !== null && extendedUntil > ends ? extendedUntil : ends };
}

/** The day before the same day `months` later; where that month is shorter, its last day takes the place. */
function lastDay(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const daysInMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const anniversary = Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), Math.min(day, daysInMonth));
  return new Date(anniversary - 24 * 3_600_000).toISOString().slice(0, 10);
}
