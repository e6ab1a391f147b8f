import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { handOffAcceptance } from '../promise.js';
import { id, instant } from '../vocabulary.js';

export const SupervisionHandOffAccepted = defineEvent(
  'supervision.handoff-accepted.v1',
  'Supervision took over to verify.',
  handOffAcceptance,
);
export const RequestVerified = defineEvent(
  'supervision.request-verified.v1',
  'The silence window passed without the same fault again: the repair was effective.',
  z.object({ requestId: id, requestNumber: z.string(), verifiedAt: instant }),
);
export const RequestNotEffective = defineEvent(
  'supervision.request-not-effective.v1',
  'The same fault came again inside the silence window, or the user disputes it: the first verdict is turned, and the two are linked.',
  z.object({
    requestId: id,
    requestNumber: z.string(),
    recurredAs: z.object({ requestId: id, number: z.string() }).nullable(),
    at: instant,
  }),
);
/** What the watch over repairs says to others. */
export const verificationEvents = { SupervisionHandOffAccepted, RequestVerified, RequestNotEffective };
