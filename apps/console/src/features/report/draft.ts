import type { Category, Channel, Impact, Nature } from '@pledge/contracts';
import type { Intent } from '../../asking/intent.js';

/** What stands in the form; all of it may be missing while somebody types. */
export interface ReportValues {
  readonly channel?: Channel | undefined;
  readonly reportedBy?: { readonly name?: string | undefined; readonly phone?: string | undefined } | undefined;
  readonly customerId?: string | undefined;
  readonly siteId?: string | undefined;
  readonly equipmentId?: string | undefined;
  readonly receivedAt?: string | undefined;
  readonly occurredAt?: string | undefined;
  readonly description?: string | undefined;
  readonly cause?: string | undefined;
  readonly nature?: Nature | undefined;
  readonly category?: Category | undefined;
  readonly location?: string | undefined;
  readonly impact?: Impact | undefined;
  readonly measuresTaken?: string | undefined;
}

/** What survives a reload: what was typed, and the key of a report that got no answer. */
export interface Draft {
  readonly values: ReportValues;
  readonly unanswered: Intent | null;
}

export const emptyDraft: Draft = {
  values: { channel: 'hotline', nature: 'unknown', impact: 'partial' },
  unanswered: null,
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads a draft back; what cannot be read is an empty one. */
export function draftFrom(stored: string | null): Draft {
  if (stored === null) return emptyDraft;
  let read: unknown;
  try {
    read = JSON.parse(stored);
  } catch {
    return emptyDraft;
  }
  if (!isObject(read) || !isObject(read['values'])) return emptyDraft;
  const { unanswered } = read;
  const known = isObject(unanswered) && typeof unanswered['key'] === 'string' && typeof unanswered['said'] === 'string';
  return {
    values: read['values'],
    unanswered: known ? { key: String(unanswered['key']), said: String(unanswered['said']) } : null,
  };
}

const words: readonly (keyof ReportValues)[] = ['customerId', 'description', 'location', 'cause', 'measuresTaken'];

/** Whether a draft holds something somebody typed. */
export const isBegun = ({ values }: Draft): boolean =>
  words.some((name) => typeof values[name] === 'string' && values[name] !== '') ||
  Boolean(values.reportedBy?.name ?? values.reportedBy?.phone);
