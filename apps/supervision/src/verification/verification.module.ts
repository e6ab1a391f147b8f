import { Module } from '@nestjs/common';
import type { DeclaredReaction } from '@pledge/application';
import { aggregate, aggregateModule, documents, on } from '@pledge/application';
import { OrderClosed, RequestConfirmed, RequestDisputed, RequestReceived } from '@pledge/contracts/events';
import { Commands } from '@pledge/messaging';
import type { Verification, VerificationCommand, VerificationEvent } from './verification.js';
import { verificationRules } from './verification.js';

export abstract class Verifications extends Commands<VerificationCommand, VerificationEvent> {}

const endOf = (state: Verification) => (state.status === 'watching' ? state.until : null);

/** The watch over a repair, by the request's id. */
export const verifications = aggregate('verification', verificationRules, {
  store: documents('verification', 'request_id', { status: ({ status }) => status }),
  expiry: { kind: 'verification', at: endOf, command: { type: 'expire' } },
});

/** A closed order hands its request to supervision, which holds it through the silence window. */
export const verificationReactions: readonly DeclaredReaction<VerificationCommand>[] = [
  on(OrderClosed, 'supervision-watches-closed-request', ({ requestId, requestNumber, closedAt, handOff }) => [
    requestId,
    { type: 'watch', requestNumber, handOff, closedAt },
  ]),
  on(RequestDisputed, 'supervision-hears-dispute', ({ requestId, kind }) =>
    kind === 'fault' ? [requestId, { type: 'dispute' }] : null,
  ),
  on(RequestConfirmed, 'supervision-hears-confirmation', ({ requestId }) => [requestId, { type: 'confirm' }]),
  on(RequestReceived, 'supervision-turns-verdict', ({ requestId, number, recurrenceOf }) =>
    recurrenceOf ? [recurrenceOf.requestId, { type: 'recur', recurredAs: { requestId, number } }] : null,
  ),
];

@Module(aggregateModule(verifications, Verifications, { reactions: verificationReactions }))
export class VerificationModule {}
