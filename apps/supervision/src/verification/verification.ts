import type { EventsOf, HandOff } from '@pledge/contracts';
import type { verificationEvents } from '@pledge/contracts/events';
import { RequestNotEffective, RequestVerified, SupervisionHandOffAccepted } from '@pledge/contracts/events';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent, NotYetReceived } from '@pledge/kernel';

/** Effective means verified: for 7 days after the order is closed the fault must not come again (S-05). */
export const SILENCE_WINDOW_MS = 7 * 24 * 3_600_000;

export type Verification =
  | { readonly status: 'absent' }
  | { readonly status: 'watching' | 'disputed'; readonly requestNumber: string; readonly until: string }
  | { readonly status: 'effective' | 'not-effective'; readonly requestNumber: string };

export type VerificationCommand =
  | { readonly type: 'watch'; readonly requestNumber: string; readonly handOff: HandOff; readonly closedAt: string }
  | { readonly type: 'recur'; readonly recurredAs: { readonly requestId: string; readonly number: string } }
  /** The user says that it does not work; or that it does, after all. */
  | { readonly type: 'dispute' | 'confirm' }
  | { readonly type: 'expire' };

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
export type VerificationEvent = WatchBegun | WatchDisputed | EventsOf<typeof verificationEvents>;

const notClosedYet = (requestId: string) => new NotYetReceived(`the closed order of request ${requestId}`, requestId);

export const verificationRules: Decider<VerificationCommand, Verification, VerificationEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<VerificationCommand, Verification, VerificationEvent>({
    watch({ requestNumber, closedAt, handOff }, { status }, { id: requestId, now }) {
      if (status !== 'absent') return [];
      const { handOffId, from, to } = handOff;
      const accepted = { handOffId, requestId, from, to, acceptedBy: '用户监督自动受理', acceptedAt: now };
      const until = new Date(Date.parse(closedAt) + SILENCE_WINDOW_MS).toISOString();
      return [
        SupervisionHandOffAccepted.of(accepted),
        { type: 'verification-begun', data: { requestId, requestNumber, until } },
      ];
    },

    recur({ recurredAs }, state, { id: requestId, now }) {
      if (state.status === 'absent') throw notClosedYet(requestId);
      if (state.status !== 'watching' && state.status !== 'disputed') return [];
      return [RequestNotEffective.of({ requestId, requestNumber: state.requestNumber, recurredAs, at: now })];
    },

    dispute(_command, { status }, { id: requestId }) {
      if (status === 'absent') throw notClosedYet(requestId);
      return status === 'watching' ? [{ type: 'verification-disputed', data: { requestId } }] : [];
    },

    confirm(_command, state, { id: requestId }) {
      if (state.status !== 'disputed') return [];
      const { requestNumber, until } = state;
      return [{ type: 'verification-begun', data: { requestId, requestNumber, until } }];
    },

    expire(_command, state, { id: requestId, now }) {
      if (state.status !== 'watching' || Date.parse(state.until) > Date.parse(now)) return [];
      return [RequestVerified.of({ requestId, requestNumber: state.requestNumber, verifiedAt: now })];
    },
  }),

  evolve: byEvent<VerificationEvent, Verification>({
    'verification-begun': (_state, { data: { requestNumber, until } }) => ({
      ...{ status: 'watching', requestNumber, until },
    }),
    'verification-disputed': (state) => (state.status === 'watching' ? { ...state, status: 'disputed' } : state),
    'supervision.request-verified.v1': (_state, { data: { requestNumber } }) => ({
      status: 'effective',
      requestNumber,
    }),
    'supervision.request-not-effective.v1': (_state, { data: { requestNumber } }) => ({
      ...{ status: 'not-effective', requestNumber },
    }),
    'supervision.handoff-accepted.v1': (state) => state,
  }),
};
