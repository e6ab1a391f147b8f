import type { FaultFact } from '@pledge/contracts/http';
import { faultFact } from '@pledge/contracts/http';

/** The seven facts of a fault, as far as somebody has said them (S-35). */
export type Told = { readonly [Name in FaultFact]: string | null };

/** What nobody has said yet; a nature that is to be found out counts as not said. */
export const missingOf = (told: Told): FaultFact[] =>
  faultFact.options.filter((fact) => told[fact] === null || told[fact] === 'unknown');
