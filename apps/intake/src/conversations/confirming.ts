import type { Request } from '@pledge/contracts/http';

/** Whether the user may say now that it works: the fault is repaired; or the enquiry is answered, and with no department any more. */
export function mayConfirm({
  kind,
  status,
  referral,
}: {
  readonly kind: Request['kind'];
  readonly status: Request['status'];
  readonly referral: Pick<NonNullable<Request['referral']>, 'state'> | null;
}): boolean {
  if (kind === 'fault') return status === 'resolved';
  return status === 'responded' && referral?.state !== 'offered' && referral?.state !== 'accepted';
}
