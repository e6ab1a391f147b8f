import type { Request } from '@pledge/contracts/http';
import { withDepartment } from './referral.js';
import type { Referral } from './situation.js';

/** Whose move it is with an enquiry: a department that was asked, or who has what it was joined to, the user's word that it helped, or ours. */
export function enquiryWaitsFor(enquiry: {
  readonly status: Request['status'];
  readonly answered: boolean;
  readonly disputed: boolean;
  readonly referral: Pick<Referral, 'state'> | null;
}): Request['waitingFor'] {
  if (enquiry.status === 'closed') return null;
  if (enquiry.status === 'joined') return enquiry.answered ? 'department' : 'us';
  if (withDepartment(enquiry.referral?.state)) return 'department';
  return enquiry.answered && !enquiry.disputed ? 'confirmation' : 'us';
}
