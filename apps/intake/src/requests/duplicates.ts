import type { Category } from '@pledge/contracts';
import { likeness } from './likeness.js';

/** What of a report tells whether it is one that we have. */
export interface Telling {
  readonly equipmentId: string | null;
  readonly category: Category | null;
  /** Digits; empty where there is none. */
  readonly phone: string;
  readonly email: string | null;
  readonly text: string;
  readonly receivedAt: string;
}

/** An open fault at the site of a new report. */
export interface OpenFault extends Telling {
  readonly requestId: string;
  readonly number: string;
}

/** Within this, the same words of the same caller are the same report. */
export const SAID_AGAIN_MS = 10 * 60_000;
/** From here on two texts say the same, and from here on they may. */
const SAME_WORDS = 0.7;
const SIMILAR_WORDS = 0.35;

/**
 * The open fault that a new report tells of again: the same equipment; or, where either names none, the same category at the same
 * site; or the same caller with the same words within minutes. Two pieces of equipment that are both named are two faults. The
 * oldest one owns the problem.
 */
export function sameFault<Open extends OpenFault>(report: Telling, openAtSite: readonly Open[]): Open | undefined {
  const oldestFirst = openAtSite.toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  return (
    oldestFirst.find((open) => sameEquipment(report, open)) ??
    oldestFirst.find((open) => samePlace(report, open)) ??
    oldestFirst.find((open) => mayBeOne(report, open) && saidAgain(report, open))
  );
}

export const sameEquipment = (one: Telling, other: Telling): boolean =>
  one.equipmentId !== null && one.equipmentId === other.equipmentId;

/** Of two that stand at one site. */
export const samePlace = (one: Telling, other: Telling): boolean =>
  mayBeOne(one, other) && one.category !== null && one.category === other.category;

/** Two devices that are both named are two. */
export const mayBeOne = (one: Telling, other: Telling): boolean =>
  one.equipmentId === null || other.equipmentId === null || one.equipmentId === other.equipmentId;

/** The same caller with the same words within minutes. */
export function saidAgain(one: Telling, other: Telling): boolean {
  const apart = Math.abs(Date.parse(one.receivedAt) - Date.parse(other.receivedAt));
  return apart <= SAID_AGAIN_MS && sameCaller(one, other) && likeness(one.text, other.text) >= SAME_WORDS;
}

/** The oldest open enquiry that the same caller made in the same words within minutes. */
export const askedAgain = <Open extends OpenFault>(enquiry: Telling, open: readonly Open[]): Open | undefined =>
  open
    .toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt))
    .find((one) => mayBeOne(enquiry, one) && saidAgain(enquiry, one));

export const similarWords = (one: Telling, other: Telling): boolean => likeness(one.text, other.text) >= SIMILAR_WORDS;

/** Of two that stand at one site: the same equipment again, or the same category in similar words. */
export const sameAgain = (one: Telling, other: Telling): boolean =>
  sameEquipment(one, other) || (samePlace(one, other) && similarWords(one, other));

/** A fault whose order is closed, while its repair is being watched. */
export interface Mended extends OpenFault {
  readonly resolvedAt: string;
}

/** A repair was effective if the fault does not come again for 7 days (S-05). */
export const SILENCE_WINDOW_MS = 7 * 24 * 3_600_000;

/** The latest repair at the site that a new report shows not to have been effective. */
export function recurrence(report: Telling, mended: readonly Mended[]): Mended | undefined {
  const told = Date.parse(report.receivedAt);
  return mended
    .filter(({ resolvedAt }) => told > Date.parse(resolvedAt) && told <= Date.parse(resolvedAt) + SILENCE_WINDOW_MS)
    .toSorted((a, b) => Date.parse(b.resolvedAt) - Date.parse(a.resolvedAt))
    .find((earlier) => sameAgain(report, earlier));
}

const sameCaller = (one: Telling, other: Telling): boolean =>
  (one.phone !== '' && one.phone === other.phone) ||
  (one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase());

/**
 * What one live request at a time may stand for, as the database holds it: the equipment, else the category at the site. A fault that
 * somebody separated on purpose, or whose category was told later, has a key of its own: another may have had the plain one before.
 */
export function liveKeyOf(
  report: {
    readonly requestId: string;
    readonly equipmentId: string | null;
    readonly siteId: string;
    readonly category: Category;
    readonly separated?: unknown;
  },
  completed: readonly { readonly facts: Readonly<Record<string, unknown>> }[],
): string {
  const plain = report.equipmentId ?? `${report.siteId}/${report.category}`;
  const recategorised = report.equipmentId === null && completed.some(({ facts }) => 'category' in facts);
  return report.separated !== undefined || recategorised ? `${plain}/${report.requestId}` : plain;
}
