import { EnquiryJoined, EnquiryReceived } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { firstReached, stamp } from '@pledge/promises';
import { separated, twinOf } from './joining.js';
import type { EnquiryCommand, EnquiryEvent } from './situation.js';

/** An enquiry is numbered and promised an answer, whoever asks (S-26, S-75); what is asked again is joined to what is asked already. */
export function receive(command: Extract<EnquiryCommand, { type: 'receive' }>, now: string): EnquiryEvent {
  const { requestId, report, reportedBy, recordedBy, mayBackdate, ids, calendar, known } = command;
  if (!known) throw new Error('an enquiry is decided on only with what the database knows of it');
  const { about, number, envelopeReceivedAt } = known;
  const reached = { told: report.receivedAt, envelopeReceivedAt, now, mayBackdate };
  const { at: receivedAt, refused } = firstReached(reached);
  if (refused) throw new Refusal(refused, { now }, '/receivedAt');
  const { respondMinutes, category, ...place } = about;
  const limit = respondMinutes === null ? undefined : ({ amount: respondMinutes, unit: 'minutes' } as const);
  const enquiry = {
    requestId,
    number,
    kind: report.kind,
    channel: report.channel,
    reportedBy,
    ...place,
    category: report.category ?? category,
    serviceLine: report.serviceLine ?? ('response' as const),
    receivedAt,
    recordedAt: now,
    subject: report.subject,
    description: report.description,
    details: report.details,
    promises: [stamp({ promiseId: ids.promiseId, promise: 'respond', startedAt: receivedAt, limit, calendar })],
    publicToken: ids.publicToken,
    envelopeId: ids.envelopeId,
    ...(known.mailId !== undefined && { mailId: known.mailId }),
    language: report.language,
    recordedBy,
  };
  const joinedTo = twinOf(command, known);
  return joinedTo
    ? EnquiryJoined.of({ ...enquiry, joinedTo })
    : EnquiryReceived.of({ ...enquiry, ...separated(command, known) });
}
