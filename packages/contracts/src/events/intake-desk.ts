import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { confirmation, person } from '../promise.js';
import { channel, id, instant } from '../vocabulary.js';

const ofRequest = { requestId: id, number: z.string() };
const ofEnvelope = { envelopeId: id, channel };
const done = { by: person, at: instant };

export const RequestTaken = defineEvent(
  'intake.request-taken.v1',
  'An agent works on the request from now on, also where another did before.',
  z.object({ ...ofRequest, ...done }),
);
export const RequestReleased = defineEvent(
  'intake.request-released.v1',
  'A request was given back: any agent may take it.',
  z.object({ ...ofRequest, ...done }),
);
export const RequestConfirmed = defineEvent(
  'intake.request-confirmed.v1',
  'The user, or who stands for them, says that the repair works; the silence window runs on.',
  z.object({ ...ofRequest, confirmation }),
);
export const NoteAdded = defineEvent(
  'intake.note-added.v1',
  'A note was written beside a request; its words stay with the hotline.',
  z.object({ ...ofRequest, entryId: id, ...done }),
);
export const EnvelopeTaken = defineEvent(
  'intake.envelope-taken.v1',
  'An agent sees to an envelope: nobody else need.',
  z.object({ ...ofEnvelope, ...done }),
);
export const EnvelopeTranscribed = defineEvent(
  'intake.envelope-transcribed.v1',
  'What a page says was written down: it waits to be sorted.',
  z.object({ ...ofEnvelope, ...done }),
);
export const CallMoved = defineEvent(
  'intake.call-moved.v1',
  'A call was answered, missed or ended.',
  z.object({ ...ofEnvelope, state: z.enum(['ringing', 'answered', 'missed', 'ended']), at: instant }),
);
