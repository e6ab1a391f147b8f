import type { Confirmation } from '@pledge/contracts';
import { RequestClosed, RequestConfirmed } from '@pledge/contracts/events';
import { Refusal } from '@pledge/kernel';
import type { Request, RequestCommand, RequestEvent } from './situation.js';

type Asked<Type extends RequestCommand['type']> = Extract<RequestCommand, { type: Type }>;

/** What stands for the user's word: a refusal needs to be told, a paper to be found again. */
const noted: readonly Confirmation['how'][] = ['refused', 'paper'];

/** The user, or who stands for them, says that it works; the silence window runs on all the same (S-05). */
export function confirm({ requestId, confirmation }: Asked<'confirm'>, state: Request, now: string): RequestEvent[] {
  if (state.status === 'absent') throw new Refusal('request-missing');
  if (state.status === 'closed') throw new Refusal('request-closed', { status: state.status });
  if (state.status !== 'resolved') throw new Refusal('request-not-resolved', { status: state.status });
  if (noted.includes(confirmation.how) && !confirmation.note) throw new Refusal('note-required', {}, '/note');
  return [confirmed(requestId, state.report, { ...confirmation, at: now })];
}

/** The user signed for the work: heard before the order is closed, or after. */
export function sign({ requestId, signedBy, signedAt }: Asked<'sign'>, state: Request): RequestEvent[] {
  if (state.status === 'absent' || state.status === 'joined' || state.status === 'closed') return [];
  if (state.confirmation) return [];
  return [confirmed(requestId, state.report, { how: 'signature', by: signedBy, note: null, at: signedAt })];
}

const confirmed = (requestId: string, { number }: { readonly number: string }, confirmation: Confirmation) =>
  RequestConfirmed.of({ requestId, number, confirmation });

/** The silence window passed: what nobody confirmed is confirmed by silence. */
export function close({ requestId }: Asked<'close'>, state: Request, now: string): RequestEvent[] {
  if (state.status !== 'resolved') return [];
  const confirmation = state.confirmation ?? ({ how: 'silence', by: '用户监督', note: null, at: now } as const);
  const { number } = state.report;
  return [RequestClosed.of({ requestId, number, closedAt: now, verdict: 'effective', confirmation })];
}

/** The same fault came again inside the window: this one is over, and was not effective; the later one goes on. */
export function recur({ requestId, recurredAs }: Asked<'recur'>, state: Request, now: string): RequestEvent[] {
  if (state.status !== 'resolved') return [];
  const { report, confirmation } = state;
  const closed = { requestId, number: report.number, closedAt: now, verdict: 'not-effective' } as const;
  return [
    ...(recurredAs ? [{ type: 'request-recurred', data: { recurredAs } } as const] : []),
    RequestClosed.of({ ...closed, ...(confirmation && { confirmation }) }),
  ];
}
