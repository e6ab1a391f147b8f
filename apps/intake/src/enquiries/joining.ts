import { EnquiryReceived, JoinUndone } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import type { Enquiry, EnquiryCommand, EnquiryEvent, Joined, Known } from './situation.js';

type Receive = Extract<EnquiryCommand, { type: 'receive' }>;

/** A person who says which enquiry it is again, or that it is none of them, decides; else the rule does. */
export function twinOf({ report }: Receive, { said, twin, about }: Known): Joined['joinedTo'] | null {
  if (report.twin?.decision === 'separate') {
    if (report.twin.recurrenceOf !== undefined) throw new Refusal('not-a-fault', {}, '/twin/recurrenceOf');
    return null;
  }
  if (report.twin === undefined) return said && { requestId: said.requestId, number: said.number };
  if (!twin) throw new Refusal('twin-not-open', {}, '/twin/requestId');
  if (twin.customerId !== null && about.customerId !== null && twin.customerId !== about.customerId) {
    throw new Refusal('other-customer', {}, '/twin/requestId');
  }
  return { requestId: twin.requestId, number: twin.number };
}

export const separated = ({ report, recordedBy }: Receive, { said }: Known) =>
  said && report.twin?.decision === 'separate'
    ? {
        separated: {
          from: { requestId: said.requestId, number: said.number },
          reason: report.twin.reason,
          by: recordedBy,
        },
      }
    : {};

/** A joined enquiry is one of its own again, as if it had never been joined; what whoever asked was promised stands. */
export function undoJoin(
  { requestId, reason, by }: Extract<EnquiryCommand, { type: 'undo-join' }>,
  state: Exclude<Enquiry, { status: 'absent' }>,
  now: string,
): EnquiryEvent[] {
  if (state.status !== 'joined') throw new Refusal('request-not-joined', { status: state.status });
  const { joinedTo, ...report } = state.report;
  return [
    JoinUndone.of({ requestId, number: report.number, wasJoinedTo: joinedTo, reason, by, undoneAt: now }),
    EnquiryReceived.of({ ...report, separated: { from: joinedTo, reason, by } }),
  ];
}
