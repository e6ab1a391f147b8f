import type { HandOff } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import { HandOffOverdue } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';

/** The timer that rings an offer nobody accepted. */
export const handOffTimer = 'hand-off';

export interface Decline {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

export interface Acceptance {
  readonly acceptedBy: string;
  readonly acceptedAt: string;
}

/**
 * An acceptance or a decline may be heard before the offer it answers: they come on different streams. Nothing is lost for it, and no clock
 * starts that has stopped already.
 */
export type HandOffState =
  | { readonly status: 'unknown' }
  | { readonly status: 'offered' | 'overdue'; readonly requestId: string; readonly offer: HandOff }
  | {
      readonly status: 'accepted';
      readonly requestId: string;
      readonly offer: HandOff | null;
      readonly acceptance: Acceptance;
    }
  | {
      readonly status: 'declined';
      readonly requestId: string;
      readonly offer: HandOff | null;
      readonly decline: Decline;
    };

export type HandOffCommand =
  | { readonly type: 'offer'; readonly requestId: string; readonly offer: HandOff }
  | { readonly type: 'accept'; readonly requestId: string; readonly acceptance: Acceptance }
  | { readonly type: 'decline'; readonly requestId: string; readonly decline: Decline }
  | { readonly type: 'ring' };

/** Kept in the journal; other departments hear of a hand-off from those who give and take it. */
export interface HandOffOffered {
  readonly type: 'hand-off-offered';
  readonly data: { readonly requestId: string; readonly offer: HandOff };
}
export interface HandOffAccepted {
  readonly type: 'hand-off-accepted';
  readonly data: { readonly requestId: string; readonly acceptance: Acceptance };
}
export interface HandOffDeclined {
  readonly type: 'hand-off-declined';
  readonly data: { readonly requestId: string; readonly decline: Decline };
}
export type HandOffEvent = HandOffOffered | HandOffAccepted | HandOffDeclined | EventOf<typeof HandOffOverdue>;

export const handOffRules: Decider<HandOffCommand, HandOffState, HandOffEvent> = {
  initial: { status: 'unknown' },

  decide(command, state, now) {
    switch (command.type) {
      case 'offer':
        if (state.status !== 'unknown' && state.offer) return [];
        return [{ type: 'hand-off-offered', data: { requestId: command.requestId, offer: command.offer } }];
      case 'accept':
        if (answered(state)) return [];
        return [{ type: 'hand-off-accepted', data: { requestId: command.requestId, acceptance: command.acceptance } }];
      case 'decline':
        if (answered(state)) return [];
        return [{ type: 'hand-off-declined', data: { requestId: command.requestId, decline: command.decline } }];
      case 'ring': {
        if (state.status !== 'offered' || Date.parse(state.offer.acceptBy) > Date.parse(now)) return [];
        const { handOffId, from, to, acceptBy } = state.offer;
        return [HandOffOverdue.of({ handOffId, requestId: state.requestId, from, to, acceptBy, at: acceptBy })];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'hand-off-offered': {
        const { requestId, offer } = event.data;
        return answered(state) ? { ...state, offer } : { status: 'offered', requestId, offer };
      }
      case 'hand-off-accepted': {
        const offer = state.status === 'unknown' ? null : state.offer;
        return { status: 'accepted', requestId: event.data.requestId, offer, acceptance: event.data.acceptance };
      }
      case 'hand-off-declined': {
        const offer = state.status === 'unknown' ? null : state.offer;
        return { status: 'declined', requestId: event.data.requestId, offer, decline: event.data.decline };
      }
      case 'supervision.handoff-overdue.v1':
        return state.status === 'offered' ? { ...state, status: 'overdue' } : state;
    }
  },
};

const answered = (state: HandOffState): state is Extract<HandOffState, { readonly status: 'accepted' | 'declined' }> =>
  state.status === 'accepted' || state.status === 'declined';
