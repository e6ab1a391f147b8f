import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { explanation, handOffAcceptance, pauseReason, person, stampedPromise } from '../promise.js';
import { department, id, instant, promiseName } from '../vocabulary.js';

const clock = {
  promiseId: id,
  requestId: id,
  requestNumber: z.string(),
  promise: promiseName,
  owner: department,
  dueAt: instant,
};

export const PromiseStarted = defineEvent(
  'supervision.promise-started.v1',
  'A clock runs.',
  z.object({ ...clock, startedAt: instant, atRiskAt: instant, provisional: z.boolean(), explanation }),
);
export const PromiseAtRisk = defineEvent(
  'supervision.promise-at-risk.v1',
  'Four fifths of the time are gone; the owner is told.',
  z.object({ ...clock, at: instant }),
);
export const PromiseBreached = defineEvent(
  'supervision.promise-breached.v1',
  'The time is over; the manager is told.',
  z.object({ ...clock, at: instant }),
);
export const PromiseEscalated = defineEvent(
  'supervision.promise-escalated.v1',
  'Still not done; the general manager is told.',
  z.object({ ...clock, at: instant }),
);
export const PromisePaused = defineEvent(
  'supervision.promise-paused.v1',
  'A clock stands still, for a reason on the list, by a named person, with a note the customer can read.',
  z.object({ ...clock, reason: pauseReason, note: z.string(), by: person, pausedAt: instant }),
);
export const PromiseResumed = defineEvent(
  'supervision.promise-resumed.v1',
  'A clock runs again, with a later due time.',
  z.object({ ...clock, atRiskAt: instant, explanation, resumedAt: instant }),
);
export const PromiseKept = defineEvent(
  'supervision.promise-kept.v1',
  'Done in time.',
  z.object({ ...clock, doneAt: instant }),
);
export const PromiseDoneLate = defineEvent(
  'supervision.promise-done-late.v1',
  'Done, after the due time.',
  z.object({ ...clock, doneAt: instant }),
);
export const PromiseVoided = defineEvent(
  'supervision.promise-voided.v1',
  'The promise fell away, for a reason.',
  z.object({ ...clock, reason: z.string(), voidedAt: instant }),
);

export const BatonPassed = defineEvent(
  'supervision.baton-passed.v1',
  'Another department holds the request; `holder` is null once it is done.',
  z.object({
    requestId: id,
    requestNumber: z.string(),
    previous: department.nullable(),
    holder: department.nullable(),
    at: instant,
  }),
);
export const SupervisionHandOffAccepted = defineEvent(
  'supervision.handoff-accepted.v1',
  'Supervision took over to verify.',
  handOffAcceptance,
);
export const HandOffOverdue = defineEvent(
  'supervision.handoff-overdue.v1',
  'A hand-off was not accepted in time; the giver is still responsible.',
  z.object({ handOffId: id, requestId: id, from: department, to: department, acceptBy: instant, at: instant }),
);
export const RequestVerified = defineEvent(
  'supervision.request-verified.v1',
  'The silence window passed without the same fault again: the repair was effective.',
  z.object({ requestId: id, requestNumber: z.string(), verifiedAt: instant }),
);

export const MatterAccepted = defineEvent(
  'supervision.matter-accepted.v1',
  'The information manager received a complaint or suggestion; its clock runs from here.',
  handOffAcceptance.extend({ requestNumber: z.string(), promise: stampedPromise }),
);
export const MatterDeclined = defineEvent(
  'supervision.matter-declined.v1',
  'Supervision declined a complaint or suggestion, with a reason; the hotline stays responsible.',
  z.object({ requestId: id, handOffId: id, reason: z.string(), by: person, declinedAt: instant }),
);
export const MatterSettled = defineEvent(
  'supervision.matter-settled.v1',
  'The reply to a complaint or suggestion is written; the hotline gives it to the user.',
  z.object({
    requestId: id,
    requestNumber: z.string(),
    promiseId: id,
    reply: z.string(),
    by: person,
    settledAt: instant,
  }),
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
