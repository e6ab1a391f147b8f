import type { Dispute } from './situation.js';

/** What the user says against a repair stands until it is confirmed after that; what they say against an answer, until they are answered again. */
export function standingDispute(
  dispute: Dispute | null,
  request: {
    readonly kind: string;
    readonly status: string;
    readonly confirmation: { readonly at: string } | null;
  },
): Dispute | null {
  if (!dispute) return null;
  const { kind, status, confirmation } = request;
  if (kind !== 'fault') return status === 'responded' && dispute.answeredAt === null ? dispute : null;
  const confirmed = confirmation !== null && Date.parse(confirmation.at) >= Date.parse(dispute.at);
  return status === 'resolved' && !confirmed ? dispute : null;
}
