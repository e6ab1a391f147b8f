import { describe, it } from '@jest/globals';
import { HandOffOverdue } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import type { HandOffEvent, Offer } from './hand-off.js';
import { handOffRules } from './hand-off.js';

const { given } = specFor(handOffRules, {});
const requestId = '018f7a52-0000-7000-8000-000000000001';
const nine = '2026-11-22T09:00:00.000Z';
const half = '2026-11-22T09:30:00.000Z';
const offer: Offer = {
  handOffId: '018f7a52-0000-7000-8000-000000000002',
  subject: { kind: 'request', id: requestId, number: 'FR-1' },
  from: 'intake',
  to: 'dispatch',
  offeredAt: nine,
  acceptBy: half,
};
const acceptance = { acceptedBy: '派工台', acceptedAt: nine };
const offered: HandOffEvent = { type: 'hand-off-offered', data: { requestId, offer } };
const accepted: HandOffEvent = { type: 'hand-off-accepted', data: { requestId, acceptance } };
const overdue = HandOffOverdue.of({
  handOffId: offer.handOffId,
  requestId,
  subject: offer.subject,
  from: 'intake',
  to: 'dispatch',
  acceptBy: half,
  at: half,
});

describe('a hand-off', () => {
  it('is offered once', () => {
    given().at(nine).when({ type: 'offer', requestId, offer }).then(offered);
    given(offered).at(nine).when({ type: 'offer', requestId, offer }).thenNothing();
  });
  it('is accepted once', () => {
    given(offered).at(nine).when({ type: 'accept', requestId, acceptance }).then(accepted);
    given(offered, accepted).at(nine).when({ type: 'accept', requestId, acceptance }).thenNothing();
  });
  it('may be accepted before the offer is heard of', () => {
    given().at(nine).when({ type: 'accept', requestId, acceptance }).then(accepted);
    given(accepted).at(nine).when({ type: 'offer', requestId, offer }).then(offered);
    given(accepted, offered).at(half).when({ type: 'expire' }).thenNothing();
  });
  it('is overdue when nobody accepted it in time (S-07, S-73)', () =>
    given(offered).at(half).when({ type: 'expire' }).then(overdue));
  it('is not overdue a moment before', () =>
    given(offered).at('2026-11-22T09:29:59.999Z').when({ type: 'expire' }).thenNothing());
  it('is overdue once', () => given(offered, overdue).at(half).when({ type: 'expire' }).thenNothing());
  it('can still be accepted when it is overdue', () =>
    given(offered, overdue).at(half).when({ type: 'accept', requestId, acceptance }).then(accepted));
});
