import type { FaultTerms, PromiseName } from '@pledge/contracts';
import type { FaultFact, Request } from '@pledge/contracts/http';

export const steps = ['respond', 'report-again', 'complete', 'refer', 'hand-over', 'confirm', 'undo-join'] as const;
export type Step = (typeof steps)[number];

type Standing = Pick<Request, 'kind' | 'status' | 'answer' | 'referral' | 'disputed'> & {
  readonly missing: readonly FaultFact[];
};

/** What the hotline can do with a request as it stands, the most pressing first. */
export function stepsOf({ kind, status, answer, missing, referral, disputed }: Standing): readonly Step[] {
  if (status === 'closed') return [];
  const fault = kind === 'fault';
  const matter = kind === 'complaint' || kind === 'suggestion';
  const joined = status === 'joined';
  const away = referral?.state === 'offered' || referral?.state === 'accepted';
  const can: Readonly<Record<Step, boolean>> = {
    respond: answer === null,
    'report-again': fault && disputed !== null,
    complete: fault && missing.length > 0,
    refer: !fault && !matter && !away && !joined,
    'hand-over': matter && !away && !joined,
    confirm: fault ? status === 'resolved' : answer !== null && !away && !joined,
    'undo-join': joined,
  };
  return steps.filter((step) => can[step]);
}

/** The first step that is ours to take; none where the move is somebody else's. */
export function openAtFirst(request: Standing & Pick<Request, 'waitingFor'>): Step | null {
  const [first] = stepsOf(request);
  return request.waitingFor === 'us' && (first === 'respond' || first === 'report-again') ? first : null;
}

const minute = 60_000;

/** What is promised again when a report is taken out of the request it was joined to: from when it first reached us. */
export const comesBack = (
  receivedAt: string,
  { arriveMinutes, resolveMinutes }: Pick<FaultTerms, 'arriveMinutes' | 'resolveMinutes'>,
): readonly { readonly promise: PromiseName; readonly dueAt: string }[] =>
  (
    [
      ['arrive', arriveMinutes],
      ['resolve', resolveMinutes],
    ] as const
  ).map(([promise, minutes]) => ({
    promise,
    dueAt: new Date(Date.parse(receivedAt) + minutes * minute).toISOString(),
  }));
