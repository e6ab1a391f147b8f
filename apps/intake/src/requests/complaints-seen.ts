import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';

/** Whose complaints the caller reads, as SQL of `isSeen` takes it: null for all, else those referred to this department. */
export const complaintsSeenBy = (caller: CallerIdentity): string | null =>
  readsComplaints(caller) ? null : (caller.department ?? 'none');

/** SQL: the request in `row` is no complaint, or one that the caller reads; `at` is the parameter that holds `complaintsSeenBy`. */
export const isSeen = (row: string, at: string): string =>
  `(${at}::text is null or ${row}.kind <> 'complaint' or coalesce(${row}.referral ->> 'department' = ${at}, false))`;

/** The same for one request that was read already. */
export function sees(
  caller: CallerIdentity,
  { kind, referral }: { readonly kind: string; readonly referral: { readonly department: string } | null },
): boolean {
  const department = complaintsSeenBy(caller);
  return department === null || kind !== 'complaint' || referral?.department === department;
}
