import { z } from 'zod';
import { typedText } from './typed-text.js';
import {
  category,
  day,
  department,
  id,
  instant,
  promiseName,
  quantity,
  requestKind,
  personName,
} from './vocabulary.js';

/** Why a clock may stand still, and nothing else: "waiting for our own department" is never a reason. */
export const pauseReason = z.enum(['waiting-for-user', 'site-not-accessible', 'force-majeure']);
export type PauseReason = z.output<typeof pauseReason>;

export const clockKind = z.enum(['around-the-clock', 'working-days', 'calendar-days']);
export type ClockKind = z.output<typeof clockKind>;

/** A stretch during which a clock stood still; `to` is null while it still does. */
export const pause = z.object({ from: instant, to: instant.nullable(), reason: pauseReason, note: z.string() });
export type Pause = z.output<typeof pause>;

/** How a due time came about; enough for a person to count it again by hand. */
export const explanation = z.object({
  rule: promiseName,
  clock: clockKind,
  limit: z.object({ amount: z.int().positive(), unit: z.enum(['minutes', 'working-days', 'calendar-days']) }),
  startedAt: instant,
  timeZone: z.string(),
  /** Names the calendar data and the company's closures that were used, e.g. `cn-2026+closures-0`. */
  calendarVersion: z.string(),
  /** The working or calendar days that were counted, in order; empty for a clock that always runs. */
  countedDays: z.array(day),
  skippedDays: z.array(
    z.object({ day, why: z.enum(['weekend', 'statutory-holiday', 'company-closure']), name: z.string().nullable() }),
  ),
  /** Weekend days that count because the State Council made them working days (调休). */
  makeUpDays: z.array(day),
  pausesTakenOff: z.array(pause),
});
export type Explanation = z.output<typeof explanation>;

/** A promise as it is stamped on a request the moment it comes in. */
export const stampedPromise = z.object({
  promiseId: id,
  promise: promiseName,
  owner: department,
  startedAt: instant,
  dueAt: instant,
  atRiskAt: instant,
  /** True where the statutory calendar of a year that the count crosses is not published yet. */
  provisional: z.boolean(),
  explanation,
});
export type StampedPromise = z.output<typeof stampedPromise>;

/** How a clock stands to those who look at it. */
export const promiseState = z.enum(['running', 'at-risk', 'breached', 'paused', 'kept', 'done-late', 'void']);
export type PromiseState = z.output<typeof promiseState>;

/** What a promise or a hand-off is about. */
export const promiseSubject = z.object({
  kind: z.enum(['request', 'support-request', 'question', 'purchase-order']),
  id,
  /** Null where it has none yet. */
  number: z.string().nullable(),
});
export type PromiseSubject = z.output<typeof promiseSubject>;

/** Limits as a contract sets them, in minutes around the clock. */
export const faultTerms = z.object({
  respondMinutes: z.int().positive(),
  arriveMinutes: z.int().positive(),
  resolveMinutes: z.int().positive(),
});
export type FaultTerms = z.output<typeof faultTerms>;

/** Responsibility offered by one department to another; until accepted the giver stays responsible. */
export const handOff = z.object({
  handOffId: id,
  /** What is handed over; a request's own hand-off moves its baton, others do not. */
  subject: z.object({ kind: z.enum(['request', 'support-request', 'question']), id }),
  from: department,
  to: department,
  offeredAt: instant,
  acceptBy: instant,
});
export type HandOff = z.output<typeof handOff>;

/** Why a department was chosen: by a person, or by the line of the routing table that counts; and what the table says. */
export const chosen = z.object({
  by: z.enum(['table', 'person']),
  line: z.object({ kind: requestKind, category: category.nullable(), department }),
  /** Which edition of the table. */
  edition: z.int(),
});
export type Chosen = z.output<typeof chosen>;

export const handOffAcceptance = z.object({
  handOffId: id,
  requestId: id,
  from: department,
  to: department,
  /** A person's name, or the rule that accepts by itself. */
  acceptedBy: z.string(),
  acceptedAt: instant,
});

export const person = z.object({ personId: z.string(), name: z.string() });
export type Person = z.output<typeof person>;

/** Phones as people write them: full-width digits, brackets, dots, an extension; they are compared by their digits. */
export const phone = z
  .string()
  .overwrite(typedText)
  .max(40)
  .regex(
    /^[+\uff0b]?[\d\uff10-\uff19(\uff08][\d\uff10-\uff19 ()\uff08\uff09.\-\u2010-\u2015\uff0d/\u3000]{4,29}(?:\s*(?:转|转接|分机|ext\.?|x|#|,)\s*[\d\uff10-\uff19]{1,6})?$/iu,
    'a phone number: digits with spaces, hyphens or brackets, an optional leading + and an optional extension',
  );

/** Who told us; phone and e-mail are personal data: masked on screens unless the role needs them. */
export const reporter = z
  .object({
    name: personName(60),
    phone: phone.nullable().default(null),
    email: z.email().max(254).nullable().default(null),
  })
  .refine((told) => told.phone !== null || told.email !== null, {
    path: ['phone'],
    message: 'a phone number or an e-mail address, so that the user can be answered',
  });
export type Reporter = z.output<typeof reporter>;

/** The same in a fact: what was taken in once is not refused when a rule for taking in becomes stricter. */
export const reporterTold = z.object({
  name: z.string(),
  phone: z.string().nullable().default(null),
  email: z.string().nullable().default(null),
});

export const partLine = z.object({ partId: id, quantity });
export type PartLine = z.output<typeof partLine>;

export const conduct = z.object({ badge: z.boolean(), tidyDress: z.boolean(), shoeCovers: z.boolean() });
export type Conduct = z.output<typeof conduct>;

/** How the user, or who stands for them, said that it works: nothing is closed by who did it. */
export const confirmation = z.object({
  how: z.enum(['signature', 'user-confirmed', 'proxy', 'paper', 'refused', 'silence']),
  /** Who confirmed, or who recorded the refusal. */
  by: z.string(),
  note: z.string().nullable(),
  at: instant,
});
export type Confirmation = z.output<typeof confirmation>;
