import type { EventsOf, HandOff, PromiseSubject } from '@pledge/contracts';
import { HandOffOverdue } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent } from '@pledge/kernel';

/** What is handed over is named by its number too, where it has one. */
export type Offer = HandOff & { readonly subject: PromiseSubject };

export interface Decline {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export interface Acceptance {
  readonly acceptedBy: string;
  readonly acceptedAt: string;
}

type Answered = { readonly requestId: string; readonly offer: Offer | null } & (
  | { readonly status: 'accepted'; readonly acceptance: Acceptance }
  | { readonly status: 'declined'; readonly decline: Decline }
);
/**
 * An acceptance or a decline may be heard before the offer it answers: they come on different streams. Nothing is lost for it, and no clock
 * starts that has stopped already.
 */
export type HandOffState =
  | { readonly status: 'absent' }
  | { readonly status: 'offered' | 'overdue'; readonly requestId: string; readonly offer: Offer }
  | Answered;

export type HandOffCommand =
  | { readonly type: 'offer'; readonly requestId: string; readonly offer: Offer }
  | { readonly type: 'accept'; readonly requestId: string; readonly acceptance: Acceptance }
  | { readonly type: 'decline'; readonly requestId: string; readonly decline: Decline }
  | { readonly type: 'expire' };

/** Kept in the journal; other departments hear of a hand-off from those who give and take it. */
export interface HandOffOffered {
  readonly type: 'hand-off-offered';
  readonly data: { readonly requestId: string; readonly offer: Offer };
}
export interface HandOffAccepted {
  readonly type: 'hand-off-accepted';
  readonly data: { readonly requestId: string; readonly acceptance: Acceptance };
}
export interface HandOffDeclined {
  readonly type: 'hand-off-declined';
  readonly data: { readonly requestId: string; readonly decline: Decline };
}
export type HandOffEvent =
  HandOffOffered | HandOffAccepted | HandOffDeclined | EventsOf<{ HandOffOverdue: typeof HandOffOverdue }>;

const isAnswered = (state: HandOffState): state is Answered =>
  state.status === 'accepted' || state.status === 'declined';
const offerOf = (state: HandOffState): Offer | null => (state.status === 'absent' ? null : state.offer);

export const handOffRules: Decider<HandOffCommand, HandOffState, HandOffEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<HandOffCommand, HandOffState, HandOffEvent>({
    offer: ({ requestId, offer }, state) =>
      offerOf(state) ? [] : [{ type: 'hand-off-offered', data: { requestId, offer } }],
    accept: ({ requestId, acceptance }, state) =>
      isAnswered(state) ? [] : [{ type: 'hand-off-accepted', data: { requestId, acceptance } }],
    decline: ({ requestId, decline }, state) =>
      isAnswered(state) ? [] : [{ type: 'hand-off-declined', data: { requestId, decline } }],
    expire(_command, state, { now }) {
      if (state.status !== 'offered' || Date.parse(state.offer.acceptBy) > Date.parse(now)) return [];
      const { requestId, offer } = state;
      const { handOffId, subject, from, to, acceptBy } = offer;
      return [HandOffOverdue.of({ handOffId, requestId, subject, from, to, acceptBy, at: acceptBy })];
    },
  }),

  evolve: byEvent<HandOffEvent, HandOffState>({
    'hand-off-offered': (state, { data: { requestId, offer } }) =>
      isAnswered(state) ? { ...state, offer } : { status: 'offered', requestId, offer },
    'hand-off-accepted': (state, { data: { requestId, acceptance } }) => ({
      ...{ status: 'accepted', requestId, offer: offerOf(state), acceptance },
    }),
    'hand-off-declined': (state, { data: { requestId, decline } }) => ({
      ...{ status: 'declined', requestId, offer: offerOf(state), decline },
    }),
    'supervision.handoff-overdue.v1': (state) => (state.status === 'offered' ? { ...state, status: 'overdue' } : state),
  }),
};
