import { countedUpTo } from '@pledge/contracts';

/** How many there are in all, as far as that is known: the first page may say it, and counts only so far. */
export function countOf(total: number | undefined, shown: number, hasMore: boolean): string {
  if (total === undefined) return hasMore ? `${String(shown)}+` : String(shown);
  return total > countedUpTo ? `${String(countedUpTo)}+` : String(total);
}
