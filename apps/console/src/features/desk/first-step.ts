import type { CallInput } from '@pledge/client';
import type { Receipt } from '@pledge/contracts/http';
import { handOverMatter, referQuestion, reportRequest, respondToRequest } from '@pledge/contracts/http';

export type NextStep =
  | { readonly type: 'answer'; readonly body: CallInput<typeof respondToRequest>['body'] }
  | { readonly type: 'refer'; readonly body: CallInput<typeof referQuestion>['body'] }
  | { readonly type: 'hand-over'; readonly body: CallInput<typeof handOverMatter>['body'] };

/** A report that was accepted, whose first step is not known to be taken. */
export interface Undone {
  readonly receipt: Receipt;
  readonly step: NextStep;
}

/** What became of what was sent: the receipt, what was to be done at once, and why it was not. */
export interface Accepted {
  readonly receipt: Receipt;
  readonly step: NextStep | null;
  /** `interrupted` where the page was left before anybody knew. */
  readonly failure: Error | 'interrupted' | null;
}

/** What is shown of a receipt. */
const shown = reportRequest.reply.pick({
  ...{ id: true, number: true, kind: true, recordedAt: true, publicToken: true, promises: true, joinedTo: true },
});
const routes = { answer: respondToRequest, refer: referQuestion, 'hand-over': handOverMatter } as const;
const isType = (value: unknown): value is NextStep['type'] => typeof value === 'string' && Object.hasOwn(routes, value);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** As a draft has kept it; `null` for what is none. */
export function undoneIn(value: unknown): Undone | null {
  if (!isObject(value) || !isObject(value['step']) || !isType(value['step']['type'])) return null;
  const { receipt, step } = value;
  const { type, body } = step as Record<string, unknown> & { type: NextStep['type'] };
  if (!shown.safeParse(receipt).success || !routes[type].body.safeParse(body).success) return null;
  return { receipt: receipt as Receipt, step: { type, body } as NextStep };
}

/** What a person has typed for a step, to be read and sent again. */
export function wordsOf({ type, body }: NextStep): string {
  if (type === 'answer') return body.text;
  return type === 'refer' ? body.reason : (body.handled ?? '');
}
