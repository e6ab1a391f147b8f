import type { EnquiryCommand, EnquiryEvent, Referral, ReferralStep } from './situation.js';

type Command<Type extends EnquiryCommand['type']> = Extract<EnquiryCommand, { type: Type }>;
type EventOf<Type extends EnquiryEvent['type']> = Extract<EnquiryEvent, { type: Type }>['data'];

/** A department has the question, or was asked to take it. */
export const withDepartment = (state: Referral['state'] | undefined): boolean =>
  state === 'offered' || state === 'accepted';

/** What the department did; of a referral that is not the last one nothing is heard any more. */
export function referralMoves(command: Command<'referral-moves'>, referral: Referral | null): EnquiryEvent[] {
  if (referral?.questionId !== command.questionId) return [];
  if (referral.state === 'answered' || referral.state === 'declined' || referral.state === command.state) return [];
  const { state, text, at, by } = command;
  const said = state === 'declined' ? { reason: text, answer: null } : { reason: referral.reason, answer: text };
  return [{ type: 'referral-moved', data: { state, ...said, at, by } }];
}

/** Another department is asked the same question; its own thirty minutes of working time begin (S-73). */
export function referralReassigned(command: Command<'referral-reassigned'>, referral: Referral | null): EnquiryEvent[] {
  if (referral?.questionId !== command.questionId || referral.state === 'answered') return [];
  const { department, by, at, acceptBy } = command;
  return [{ type: 'referral-reassigned', data: { department, by, at, acceptBy } }];
}

export function offered(
  questionId: string | null,
  step: Omit<ReferralStep, 'step' | 'answer'>,
  before: Referral | null,
): Referral {
  const { what: _, by: __, ...kept } = step;
  const steps = [...(before?.steps ?? []), { ...step, step: 'offered', answer: null } as const];
  return { questionId, state: 'offered', ...kept, answer: null, steps };
}

export function movedOn(referral: Referral, { by, ...moved }: EventOf<'referral-moved'>): Referral {
  const { state: step, at, reason, answer } = moved;
  return { ...referral, ...moved, steps: [...referral.steps, { ...stepOf(referral), step, by, at, reason, answer }] };
}

export function reassigned(referral: Referral, { by, ...asked }: EventOf<'referral-reassigned'>): Referral {
  const now = { ...referral, ...asked, state: 'offered', reason: null, answer: null, chosen: null } as const;
  return { ...now, steps: [...referral.steps, { ...stepOf(now), step: 'reassigned', by }] };
}

const stepOf = ({ questionId, department, at, acceptBy }: Referral) => ({
  what: questionId === null ? ('matter' as const) : ('question' as const),
  ...{ department, at, acceptBy, reason: null, answer: null, chosen: null },
});
