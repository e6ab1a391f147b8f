import { EnquiryReceived } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import { stamp } from '@pledge/promises';
import type { EnquiryCommand, EnquiryEvent } from './situation.js';

/** Clocks of callers run apart by seconds; what lies within this of now is now. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;
const OLDEST_ENTRY_MS = 7 * 24 * 3_600_000;

/** An enquiry is numbered and promised an answer, whoever asks (S-26, S-75). */
export function receive(command: Extract<EnquiryCommand, { type: 'receive' }>, now: string): EnquiryEvent {
  const { requestId, report, reportedBy, ids, calendar, known } = command;
  if (!known) throw new Error('an enquiry is decided on only with what the database knows of it');
  const { about, number, envelopeReceivedAt } = known;
  const receivedAt = firstReached(report.receivedAt, envelopeReceivedAt, now);
  const { respondMinutes, category, ...place } = about;
  const limit = respondMinutes === null ? undefined : ({ amount: respondMinutes, unit: 'minutes' } as const);
  return EnquiryReceived.of({
    requestId,
    number,
    kind: report.kind,
    channel: report.channel,
    reportedBy,
    ...place,
    category: report.category ?? category,
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
  });
}

function firstReached(told: string | undefined, envelope: string | null, now: string): string {
  const present = Date.parse(now);
  const said = told === undefined ? present : Date.parse(told);
  const at = envelope === null ? said : Math.min(said, Date.parse(envelope));
  if (at > present + CLOCK_TOLERANCE_MS) throw new Refusal('received-in-future', { now }, '/receivedAt');
  if (at < present - OLDEST_ENTRY_MS) throw new Refusal('received-too-long-ago', { now }, '/receivedAt');
  return new Date(at).toISOString();
}
