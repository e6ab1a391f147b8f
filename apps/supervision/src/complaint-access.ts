import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';

/** Whose complaints the caller reads, as SQL of `isSeen` takes it: null for all, else those handed to this department. */
export const complaintsSeenBy = (caller: CallerIdentity): string | null =>
  readsComplaints(caller) ? null : (caller.department ?? 'none');

/** SQL: the request whose id is `requestId` is no complaint, or one that the caller reads; `at` is the parameter that holds `complaintsSeenBy`. */
export const isSeen = (requestId: string, at: string): string => `(${at}::text is null
  or not exists (select from request_copy seen where seen.request_id = ${requestId} and seen.kind = 'complaint')
    and not exists (select from matter seen where seen.request_id = ${requestId} and seen.kind = 'complaint')
  or exists (select from hand_off seen where seen.request_id = ${requestId} and seen.offer ->> 'to' = ${at}))`;
