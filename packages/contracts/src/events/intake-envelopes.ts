import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { person } from '../promise.js';
import { channel, id, instant } from '../vocabulary.js';

const about = { envelopeId: id, channel };

/** What an envelope may end as: exactly one of these, and nothing else. */
export const envelopeOutcome = z.discriminatedUnion('type', [
  z.object({ type: z.literal('new-request'), requestId: id, number: z.string() }),
  z.object({ type: z.literal('joined'), requestId: id, number: z.string() }),
  z.object({
    type: z.literal('rejected'),
    reason: z.enum([
      'auto-reply',
      'mail-loop',
      'bounce',
      'advertising',
      'wrong-number',
      'not-for-us',
      'illegible',
      'other',
    ]),
    note: z.string().nullable(),
  }),
]);
export type EnvelopeOutcome = z.output<typeof envelopeOutcome>;

export const EnvelopeReceived = defineEvent(
  'intake.envelope-received.v1',
  'Something reached us that a person has to look at; it is stored, and its clock runs.',
  z.object({ ...about, receivedAt: instant, dueAt: instant }),
);
export const EnvelopeSettled = defineEvent(
  'intake.envelope-settled.v1',
  'An envelope has its one outcome.',
  z.object({ ...about, outcome: envelopeOutcome, by: person, settledAt: instant }),
);
export const EnvelopeOverdue = defineEvent(
  'intake.envelope-overdue.v1',
  'Nobody has dealt with an envelope in the hour in which every report is owed an answer.',
  z.object({ ...about, dueAt: instant, at: instant }),
);
export const ShiftHandedOver = defineEvent(
  'intake.shift-handed-over.v1',
  'One shift of the hotline handed what is open to the next.',
  z.object({ shiftId: id, from: person, to: person, openCount: z.int(), note: z.string().nullable(), at: instant }),
);
export const RosterGapAhead = defineEvent(
  'intake.roster-gap-ahead.v1',
  'A stretch of the coming days has nobody on the hotline.',
  z.object({ from: instant, to: instant, at: instant }),
);
