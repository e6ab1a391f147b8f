import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';

/** Whose complaints the caller reads, as SQL of `isSeen` takes it: null for all, else those handed to this department. */
export const complaintsSeenBy = (caller: Pick<CallerIdentity, 'roles' | 'customerId' | 'department'>): string | null =>
  readsComplaints(caller) ? null : (caller.department ?? 'none');

/** SQL: the request whose id is `requestId` is no complaint, or one that the caller reads; `at` is the parameter that holds `complaintsSeenBy`. */
export const isSeen = (requestId: string, at: string): string => `(${at}::text is null
  or not exists (select from request_replica seen where seen.request_id = ${requestId} and seen.kind = 'complaint')
    and not exists (select from case_record seen where seen.request_id = ${requestId} and seen.kind = 'complaint')
  or exists (select from hand_off seen where seen.request_id = ${requestId} and seen.offered_to = ${at}))`;

/** What of a list the caller may know of, where `requestId` is the expression of its records' request. */
export const seenIn =
  (requestId: string) =>
  (caller: CallerIdentity) =>
  (at: (value: unknown) => string): string =>
    isSeen(requestId, at(complaintsSeenBy(caller)));
