import type { Request } from '@pledge/contracts/http';

/** Whose move it is with a fault: the user's first answer is ours, the repair is its holder's, the verdict the user's; what they dispute is ours. */
export function waitingFor(fault: {
  readonly status: Request['status'];
  readonly answered: boolean;
  readonly confirmed: boolean;
  readonly disputed: boolean;
  readonly holder: Request['holder'];
}): Request['waitingFor'] {
  if (fault.status === 'closed') return null;
  if (!fault.answered) return 'us';
  if (fault.status === 'resolved' && fault.disputed) return 'us';
  if (fault.status === 'resolved') return fault.confirmed ? 'department' : 'confirmation';
  return fault.status === 'joined' || fault.holder?.department !== 'intake' ? 'department' : 'us';
}
