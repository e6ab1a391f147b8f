import type { CallInput } from '@pledge/client';
import type { findTwins, reportRequest, Twin } from '@pledge/contracts/http';
import type { ReportValues, TwinChoice } from './draft.js';
import { kindOf } from './kinds.js';
import { looksLikePhone } from './title.js';

type Asked = CallInput<typeof findTwins>['query'];
type Body = CallInput<typeof reportRequest>['body'];

/** The server compares no more of a text than this, and an address is not for longer ones. */
const textLength = 400;

/** What is asked about a report that is being typed; `null` while there is too little to go by. */
export function twinsAsked(values: ReportValues): Asked | null {
  const { customerId, siteId, equipmentId, category, reportedBy, description } = values;
  const kind = kindOf(values);
  const typed = reportedBy?.phone?.trim() ?? '';
  const phone = looksLikePhone(typed) ? typed : undefined;
  if (kind === 'status' || !(customerId || siteId || phone)) return null;
  const text = description?.trim().slice(0, textLength);
  return {
    kind,
    ...(customerId && { customerId }),
    ...(siteId && { siteId }),
    ...(equipmentId && { equipmentId }),
    ...(category && { category }),
    ...(phone && { phone }),
    ...(text && { text }),
  };
}

type Found = Pick<Twin, 'id' | 'number' | 'status' | 'reasons' | 'joins'>;

/** Only what is open can be joined; what was repaired lately is told of, as its repair is doubted. */
export const joinable = ({ status }: Pick<Twin, 'status'>): boolean => status === 'received' || status === 'responded';

/** The same words are similar ones too: that is not said twice. */
export const reasonsOf = ({ reasons }: Pick<Twin, 'reasons'>): Twin['reasons'] =>
  reasons.filter((reason) => reason !== 'similar-text' || !reasons.includes('same-caller-and-text'));

export type Likelihood = 'sure' | 'likely' | 'possible';
export function likelihoodOf({ joins, reasons }: Pick<Twin, 'joins' | 'reasons'>): Likelihood {
  if (joins || reasons.includes('same-equipment')) return 'sure';
  return reasons.some((reason) => reason !== 'similar-text') ? 'likely' : 'possible';
}

/** What was chosen, where it still fits what was found; a choice is not forgotten while the answer is on its way. */
export function choiceOf(twin: TwinChoice | undefined, found: readonly Found[] | undefined): string {
  const choice = twin?.choice ?? 'rule';
  if (found === undefined || choice === 'rule') return choice;
  if (choice === 'separate') return found.length > 0 ? choice : 'rule';
  return found.some((one) => one.id === choice && joinable(one)) ? choice : 'rule';
}

export type Outcome =
  { readonly what: 'new' | 'separate' } | { readonly what: 'join' | 'rule-joins' | 'recurs'; readonly number: string };

/** What will become of the report when it is sent now. */
export function outcomeOf(twin: TwinChoice | undefined, found: readonly Found[]): Outcome {
  const choice = choiceOf(twin, found);
  if (choice === 'separate') return { what: 'separate' };
  const chosen = found.find(({ id }) => id === choice);
  if (chosen) return { what: 'join', number: chosen.number };
  const byRule = found.find(({ joins }) => joins);
  if (byRule) return { what: 'rule-joins', number: byRule.number };
  const doubted = found.find(({ reasons }) => reasons.includes('recurrence'));
  return doubted ? { what: 'recurs', number: doubted.number } : { what: 'new' };
}

/** The decision as it is sent; without one the rule decides. */
export function decisionOf(choice: string, reason: string | undefined): Body['twin'] {
  if (choice === 'rule') return undefined;
  return choice === 'separate'
    ? { decision: 'separate', reason: reason ?? '' }
    : { decision: 'join', requestId: choice };
}
