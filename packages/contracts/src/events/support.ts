import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { handOff, handOffAcceptance, person } from '../promise.js';
import { id, instant } from '../vocabulary.js';

const about = { supportRequestId: id, number: z.string(), orderId: id, requestId: id };

export const SupportRequestOpened = defineEvent(
  'support.request-opened.v1',
  "A request for help is in the group's list.",
  z.object({
    ...about,
    orderNumber: z.string(),
    requestNumber: z.string(),
    question: z.string(),
    raisedBy: person,
    raisedAt: instant,
    handOff,
    acceptBy: instant,
    openedAt: instant,
  }),
);

export const SupportHandOffAccepted = defineEvent(
  'support.handoff-accepted.v1',
  'A named support engineer took the question up.',
  handOffAcceptance.extend({ supportRequestId: id }),
);

export const SupportAnswered = defineEvent(
  'support.request-answered.v1',
  'The group gave its advice.',
  z.object({ ...about, answer: z.string(), answeredBy: person, answeredAt: instant }),
);
