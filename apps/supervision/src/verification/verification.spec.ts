import { describe, expect, it } from '@jest/globals';
import type { HandOff } from '@pledge/contracts';
import { RequestNotEffective, RequestVerified, SupervisionHandOffAccepted } from '@pledge/contracts/events';
import { NotYetReceived } from '@pledge/kernel';
import { givenFor, specFor } from '@pledge/testing/rules';
import type { VerificationEvent } from './verification.js';
import { verificationRules } from './verification.js';

const requestId = '018f7a52-0000-7000-8000-000000000001';
const { given } = specFor(verificationRules, { id: requestId });
const closedAt = '2026-11-22T09:00:00.000Z';
const until = '2026-11-29T09:00:00.000Z';
const handOff: HandOff = {
  handOffId: '018f7a52-0000-7000-8000-000000000002',
  subject: { kind: 'request', id: requestId },
  from: 'dispatch',
  to: 'supervision',
  offeredAt: closedAt,
  acceptBy: '2026-11-22T09:30:00.000Z',
};
const watch = { type: 'watch', requestNumber: 'FR-1', handOff, closedAt } as const;
const begun: VerificationEvent = { type: 'verification-begun', data: { requestId, requestNumber: 'FR-1', until } };
const accepted = SupervisionHandOffAccepted.of({
  handOffId: handOff.handOffId,
  requestId,
  from: 'dispatch',
  to: 'supervision',
  acceptedBy: '用户监督自动受理',
  acceptedAt: closedAt,
});
const verified = RequestVerified.of({ requestId, requestNumber: 'FR-1', verifiedAt: until });

describe('verification (S-05)', () => {
  it('takes the request over and watches it for seven days', () =>
    given().at(closedAt).when(watch).then(accepted, begun));
  it('begins once', () => given(begun).at(closedAt).when(watch).thenNothing());
  it('finds the repair effective when the window passed in silence', () =>
    given(begun).at(until).when({ type: 'expire' }).then(verified));
  it('does not find it so a moment before', () =>
    given(begun).at('2026-11-29T08:59:59.999Z').when({ type: 'expire' }).thenNothing());
  it('finds it once', () => given(begun, verified).at(until).when({ type: 'expire' }).thenNothing());

  describe('that the user disputes', () => {
    const at = '2026-11-25T09:00:00.000Z';
    const dispute = { type: 'dispute' } as const;
    const confirm = { type: 'confirm' } as const;
    const disputed: VerificationEvent = { type: 'verification-disputed', data: { requestId } };

    it('does not become effective by silence', () => {
      given(begun).at(at).when(dispute).then(disputed);
      given(begun, disputed).at(until).when({ type: 'expire' }).thenNothing();
    });
    it('is disputed once, and not once it was verified', () => {
      given(begun, disputed).at(at).when(dispute).thenNothing();
      given(begun, verified).at(until).when(dispute).thenNothing();
    });
    it('is watched again to the same end when they confirm it after all', () => {
      given(begun, disputed).at(at).when(confirm).then(begun);
      given(begun, disputed, begun).at(until).when({ type: 'expire' }).then(verified);
      given(begun).at(at).when(confirm).thenNothing();
      given().at(at).when(confirm).thenNothing();
    });
    it('is not effective when the fault is reported again', () => {
      const recurredAs = { requestId: handOff.handOffId, number: 'FR-2' };
      given(begun, disputed)
        .at(at)
        .when({ type: 'recur', recurredAs })
        .then(RequestNotEffective.of({ requestId, requestNumber: 'FR-1', recurredAs, at }));
    });
    it('waits until it has heard that the order is closed', () =>
      expect(() =>
        verificationRules.decide(dispute, verificationRules.initial, givenFor({ id: requestId, now: at })),
      ).toThrow(NotYetReceived));
  });

  describe('of a fault that came again', () => {
    const recurredAs = { requestId: handOff.handOffId, number: 'FR-2' };
    const recur = { type: 'recur', recurredAs } as const;
    const at = '2026-11-25T09:00:00.000Z';
    const turned = RequestNotEffective.of({ requestId, requestNumber: 'FR-1', recurredAs, at });

    it('finds the repair not effective, and names the later request', () =>
      given(begun).at(at).when(recur).then(turned));
    it('finds it once, and no silence makes it effective', () => {
      given(begun, turned).at(at).when(recur).thenNothing();
      given(begun, turned).at(until).when({ type: 'expire' }).thenNothing();
    });
    it('leaves what was verified before', () => given(begun, verified).at(until).when(recur).thenNothing());
    it('waits until it has heard that the order is closed', () =>
      expect(() =>
        verificationRules.decide(recur, verificationRules.initial, givenFor({ id: requestId, now: at })),
      ).toThrow(NotYetReceived));
  });
});
