import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { command, defineRecord } from '../define-record.js';
import { page, paging, routesOf } from '../define-route.js';
import { explanation, pauseReason, person, promiseState, promiseSubject } from '../promise.js';
import { staffAndCustomers } from '../staff.js';
import { department, id, instant, promiseName, text } from '../vocabulary.js';

const route = routesOf('supervision');

const clock = {
  promiseId: id,
  /** Null where what was promised belongs to no request. */
  requestId: id.nullable(),
  requestNumber: z.string().nullable(),
  subject: promiseSubject.optional(),
  promise: promiseName,
  owner: department,
  dueAt: instant,
};

export const PromiseStarted = defineEvent(
  'supervision.promise-started.v1',
  'A clock runs.',
  z.object({
    ...clock,
    subject: promiseSubject,
    startedAt: instant,
    atRiskAt: instant,
    provisional: z.boolean(),
    explanation,
  }),
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
/** What a promise says to others. */
export const promiseEvents = {
  PromiseStarted,
  PromiseAtRisk,
  PromiseBreached,
  PromiseEscalated,
  PromisePaused,
  PromiseResumed,
  PromiseKept,
  PromiseDoneLate,
  PromiseVoided,
};

export const ledgerPromise = z.object({
  id,
  requestId: id.nullable(),
  requestNumber: z.string().nullable(),
  subject: promiseSubject,
  promise: promiseName,
  owner: department,
  state: promiseState,
  startedAt: instant,
  dueAt: instant,
  atRiskAt: instant,
  doneAt: instant.nullable(),
  provisional: z.boolean(),
  voidReason: z.string().nullable(),
  pausedFor: z.object({ reason: pauseReason, note: z.string(), by: z.string(), since: instant }).nullable(),
  explanation,
  version: z.int(),
});
export type LedgerPromise = z.output<typeof ledgerPromise>;

const record = defineRecord({ service: 'supervision', path: '/promises', key: 'promiseId', reply: ledgerPromise });

export const pausePromise = command(record, 'pause', {
  name: 'pausePromise',
  may: ['dispatcher', 'seat-supervisor', 'manager'],
  summary: 'Let a clock stand still for a reason on the list; the customer can read the note.',
  body: z.object({ reason: pauseReason, note: text(500) }),
  refusals: {
    'promise-cannot-pause': { zh: '此承诺不允许暂停计时。', en: 'This promise has no lawful pause.' },
    'promise-not-running': {
      zh: '该时钟未在运行，不能暂停。',
      en: 'The clock does not run, so it cannot be paused.',
    },
  },
});
export const resumePromise = command(record, 'resume', {
  name: 'resumePromise',
  may: ['dispatcher', 'seat-supervisor', 'manager'],
  summary: 'Let it run again; the time it stood still is taken off.',
  refusals: { 'promise-not-paused': { zh: '该时钟未暂停。', en: 'The clock does not stand still.' } },
});
/** Everything that a person does with a promise, by the command's name. */
export const promiseRoutes = { pause: pausePromise, resume: resumePromise };

export const listPromises = route({
  name: 'listPromises',
  method: 'GET',
  path: '/promises',
  may: staffAndCustomers,
  summary: 'The ledger of promises; each explains its due time.',
  query: paging.extend({
    requestId: id.optional(),
    /** What was promised about: a purchase order, a question, a request. */
    subjectId: id.optional(),
    state: promiseState.optional(),
  }),
  reply: page(ledgerPromise),
});
