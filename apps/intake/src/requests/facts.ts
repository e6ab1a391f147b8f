import type { FaultFact } from '@pledge/contracts/http';
import { faultFact } from '@pledge/contracts/http';
import { Refusal } from '@pledge/kernel';
import { CLOCK_TOLERANCE_MS } from '@pledge/promises';
import type { FactsTold } from './situation.js';

/** The seven facts of a fault, as far as somebody has said them (S-35). */
export type Told = { readonly [Name in FaultFact]: string | null };

/** What nobody has said yet; a nature that is to be found out counts as not said. */
export const missingOf = (told: Told): FaultFact[] =>
  faultFact.options.filter((fact) => told[fact] === null || told[fact] === 'unknown');

/** What of it is new; the fault cannot have occurred after it was reported. */
export function newlyTold(facts: FactsTold, before: Told & { readonly receivedAt: string }): Record<string, string> {
  const occurredAt = facts.occurredAt && new Date(facts.occurredAt).toISOString();
  if (occurredAt && Date.parse(occurredAt) > Date.parse(before.receivedAt) + CLOCK_TOLERANCE_MS) {
    throw new Refusal('occurred-after-received', { receivedAt: before.receivedAt }, '/occurredAt');
  }
  const told = { ...facts, ...(occurredAt && { occurredAt }) };
  return Object.fromEntries(
    faultFact.options.flatMap((fact) => {
      const value = told[fact];
      return value === undefined || value === before[fact] ? [] : [[fact, value]];
    }),
  );
}
