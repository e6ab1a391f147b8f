import type { HandOff } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import { RequestNotEffective, RequestVerified, SupervisionHandOffAccepted } from '@pledge/contracts/events';
import type { Decider } from '@pledge/kernel';
import { NotYetReceived } from '@pledge/kernel';

/** Effective means verified: for 7 days after the order is closed the fault must not come again (S-05). */
export const SILENCE_WINDOW_MS = 7 * 24 * 3_600_000;

/** The timer that ends the silence window. */
export const verificationTimer = 'verification';

export type Verification =
  | { readonly status: 'none' }
  | { readonly status: 'watching' | 'disputed'; readonly requestNumber: string; readonly until: string }
  | { readonly status: 'effective' | 'not-effective' };

export type VerificationCommand = { readonly requestId: string } & (
  | { readonly type: 'watch'; readonly requestNumber: string; readonly handOff: HandOff; readonly closedAt: string }
  | { readonly type: 'recur'; readonly recurredAs: { readonly requestId: string; readonly number: string } }
  /** The user says that it does not work; or that it does, after all. */
  | { readonly type: 'dispute' | 'confirm' }
  | { readonly type: 'ring' }
);

/** Kept in the journal: from when and until when a closed request is watched. */
export interface WatchBegun {
  readonly type: 'verification-begun';
  readonly data: { readonly requestId: string; readonly requestNumber: string; readonly until: string };
}
/** Kept in the journal: what the user disputes does not become effective by silence. */
export interface WatchDisputed {
  readonly type: 'verification-disputed';
  readonly data: { readonly requestId: string };
}
export type VerificationEvent =
  | WatchBegun
  | WatchDisputed
  | EventOf<typeof SupervisionHandOffAccepted>
  | EventOf<typeof RequestVerified>
  | EventOf<typeof RequestNotEffective>;

export const verificationRules: Decider<VerificationCommand, Verification, VerificationEvent> = {
  initial: { status: 'none' },

  decide(command, state, now) {
    const { requestId } = command;
    switch (command.type) {
      case 'watch': {
        if (state.status !== 'none') return [];
        const { requestNumber, closedAt, handOff } = command;
        const until = new Date(Date.parse(closedAt) + SILENCE_WINDOW_MS).toISOString();
        const { handOffId, from, to } = handOff;
        return [
          SupervisionHandOffAccepted.of({
            handOffId,
            requestId,
            from,
            to,
            acceptedBy: '用户监督自动受理',
            acceptedAt: now,
          }),
          { type: 'verification-begun', data: { requestId, requestNumber, until } },
        ];
      }
      case 'recur': {
        if (state.status === 'none') throw new NotYetReceived(`the closed order of request ${requestId}`, requestId);
        if (state.status !== 'watching' && state.status !== 'disputed') return [];
        const { requestNumber } = state;
        return [RequestNotEffective.of({ requestId, requestNumber, recurredAs: command.recurredAs, at: now })];
      }
      case 'dispute':
        if (state.status === 'none') throw new NotYetReceived(`the closed order of request ${requestId}`, requestId);
        return state.status === 'watching' ? [{ type: 'verification-disputed', data: { requestId } }] : [];
      case 'confirm': {
        if (state.status !== 'disputed') return [];
        const { requestNumber, until } = state;
        return [{ type: 'verification-begun', data: { requestId, requestNumber, until } }];
      }
      case 'ring':
        if (state.status !== 'watching' || Date.parse(state.until) > Date.parse(now)) return [];
        return [RequestVerified.of({ requestId, requestNumber: state.requestNumber, verifiedAt: now })];
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'verification-begun':
        return { status: 'watching', requestNumber: event.data.requestNumber, until: event.data.until };
      case 'verification-disputed':
        return state.status === 'watching' ? { ...state, status: 'disputed' } : state;
      case 'supervision.request-verified.v1':
        return { status: 'effective' };
      case 'supervision.request-not-effective.v1':
        return { status: 'not-effective' };
      case 'supervision.handoff-accepted.v1':
        return state;
    }
  },
};
