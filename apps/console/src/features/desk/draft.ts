import type { Category, Channel, Department, Impact, Nature, RequestKind, ServiceLine } from '@pledge/contracts';
import type { Draft as KeptDraft } from '@pledge/contracts/http';
import type { Intent } from '@pledge/ui/commands';
import { intentFrom } from '@pledge/ui/commands';
import type { Undone } from './first-step.js';
import { undoneIn } from './first-step.js';

/** What the kinds other than a fault ask for besides; what was typed for one kind stays while another is tried. */
export interface DetailValues {
  readonly againstDepartment?: Department | undefined;
  readonly againstPerson?: string | undefined;
  readonly demand?: string | undefined;
  readonly aboutRequestId?: string | undefined;
  readonly forDepartment?: Department | undefined;
  readonly now?: string | undefined;
  readonly wanted?: string | undefined;
  readonly documentWanted?: string | undefined;
  readonly software?: string | undefined;
  readonly versionNow?: string | undefined;
  readonly versionWanted?: string | undefined;
}

/** What was decided about a likely twin: the request to join, `separate` with its reason, or `rule`. */
export interface TwinChoice {
  readonly choice?: string | undefined;
  readonly reason?: string | undefined;
}

/** What is to be done with an enquiry at once. */
export interface OutcomeValues {
  readonly way?: 'later' | 'answer' | 'refer' | 'hand-over' | undefined;
  readonly text?: string | undefined;
  readonly sources?: readonly { readonly articleId: string; readonly title: string }[] | undefined;
  readonly department?: Exclude<Department, 'intake' | 'superior'> | undefined;
  readonly reason?: string | undefined;
  readonly toldBy?: string | undefined;
  readonly handled?: string | undefined;
}

/** What stands in the form; all of it may be missing while somebody types. */
export interface ReportValues {
  /** A fault, where nobody has chosen. */
  readonly kind?: RequestKind | undefined;
  readonly channel?: Channel | undefined;
  readonly reportedBy?:
    | { readonly name?: string | undefined; readonly phone?: string | undefined; readonly email?: string | undefined }
    | undefined;
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
  readonly subject?: string | undefined;
  readonly serviceLine?: Exclude<ServiceLine, 'repair'> | undefined;
  readonly details?: DetailValues | undefined;
  readonly twin?: TwinChoice | undefined;
  readonly outcome?: OutcomeValues | undefined;
}

/** What survives reload, crash and sign-out: what was typed, and the key of a report that got no answer. */
export interface Draft {
  readonly draftId: string;
  /** What its tab says; empty until something is known of the caller. */
  readonly title: string;
  /** The call, mail or page it is about. */
  readonly envelopeId: string | null;
  readonly values: ReportValues;
  readonly unanswered: Intent | null;
  /** The request that it became, and what is still to be done with it. */
  readonly undone: Undone | null;
  /** When it was typed into, by the server's clock. */
  readonly savedAt: string;
}

export const newDraft = (draftId: string, savedAt: string, begin: Partial<Draft> = {}): Draft => ({
  title: '',
  envelopeId: null,
  unanswered: null,
  undone: null,
  ...begin,
  draftId,
  savedAt,
  values: { kind: 'fault', channel: 'hotline', nature: 'unknown', ...begin.values },
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A draft as the server kept it. */
export const draftOf = ({ id, title, envelopeId, data, updatedAt }: KeptDraft): Draft => ({
  draftId: id,
  title,
  envelopeId,
  values: isObject(data['values']) ? data['values'] : {},
  unanswered: intentFrom(data['unanswered']),
  undone: undoneIn(data['undone']),
  savedAt: updatedAt,
});

/** A draft as this browser kept it while the server could not be reached; `null` for what is none. */
export function draftFrom(stored: string | null): Draft | null {
  let read: unknown;
  try {
    read = JSON.parse(stored ?? '');
  } catch {
    return null;
  }
  if (!isObject(read) || typeof read['draftId'] !== 'string' || typeof read['savedAt'] !== 'string') return null;
  const { draftId, title, envelopeId, values, unanswered, undone, savedAt } = read;
  return {
    draftId,
    title: typeof title === 'string' ? title : '',
    envelopeId: typeof envelopeId === 'string' ? envelopeId : null,
    values: isObject(values) ? values : {},
    unanswered: intentFrom(unanswered),
    undone: undoneIn(undone),
    savedAt,
  };
}

/** Of each draft the one typed into last, wherever it was kept; the newest first. */
export function newestOf(kept: readonly Draft[], local: readonly Draft[]): readonly Draft[] {
  const newest = new Map<string, Draft>();
  for (const draft of [...kept, ...local]) {
    const other = newest.get(draft.draftId);
    if (!other || Date.parse(draft.savedAt) > Date.parse(other.savedAt)) newest.set(draft.draftId, draft);
  }
  return [...newest.values()].sort((a, b) => Date.parse(b.savedAt) - Date.parse(a.savedAt));
}

const words: readonly (keyof ReportValues)[] = [
  'customerId',
  'subject',
  'description',
  'location',
  'cause',
  'measuresTaken',
];

/** Whether a draft holds something somebody typed. */
export const isBegun = ({ values, envelopeId }: Pick<Draft, 'values' | 'envelopeId'>): boolean =>
  envelopeId !== null ||
  words.some((name) => typeof values[name] === 'string' && values[name] !== '') ||
  Object.values(values.details ?? {}).some(Boolean) ||
  Boolean(values.reportedBy?.name || values.reportedBy?.phone);
