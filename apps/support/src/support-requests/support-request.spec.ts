import { describe, expect, it } from '@jest/globals';
import { SupportAnswered, SupportHandOffAccepted, SupportRequestOpened } from '@pledge/contracts/events';
import { pendingNumber } from '@pledge/kernel';
import { checkInvariants, givenFor, specFor } from '@pledge/testing/rules';
import fc from 'fast-check';
import type { SupportRequestCommand, SupportRequestEvent } from './support-request.js';
import { supportRequest } from './support-request.js';

const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${String(n)}`;
const nine = '2026-11-22T09:00:00.000Z';
const half = '2026-11-22T09:30:00.000Z';
const ten = '2026-11-22T10:00:00.000Z';
const hou = { personId: 'p1', name: '侯博文' };
const long = { personId: 'p2', name: '龙思远' };
const engineer = (person: typeof hou) => ({
  ...{ ...person, role: 'support-engineer', roles: ['support-engineer'], department: 'support', customerId: null },
});
const { given } = specFor(supportRequest, { id: id(1), actor: engineer(hou) });
const byLong = { actor: engineer(long) };

const about = { supportRequestId: id(1), orderId: id(2), requestId: id(3) };
const question = '主机升级后反复重启，如何回退固件？';
const raisedBy = { personId: 'p3', name: '冯立军' };
const handOff = {
  handOffId: id(4),
  subject: { kind: 'support-request' as const, id: id(1) },
  from: 'dispatch' as const,
  to: 'support' as const,
  offeredAt: nine,
  acceptBy: half,
};
const open: SupportRequestCommand = {
  type: 'open',
  asked: { ...about, number: 'DO-1', requestNumber: 'FR-1', question, raisedBy, raisedAt: nine, handOff },
};
const opened = SupportRequestOpened.of({
  ...about,
  number: 'SQ-20261122-0001',
  orderNumber: 'DO-1',
  requestNumber: 'FR-1',
  question,
  raisedBy,
  raisedAt: nine,
  handOff,
  acceptBy: half,
  openedAt: nine,
});
const takenUp: SupportRequestEvent = { type: 'support-request-taken-up', data: { by: hou, at: ten } };
const handOffAccepted = SupportHandOffAccepted.of({
  supportRequestId: id(1),
  handOffId: id(4),
  requestId: id(3),
  from: 'dispatch',
  to: 'support',
  acceptedBy: hou.name,
  acceptedAt: ten,
});
const answer = '按住复位键 10 秒进入恢复模式，刷入 2.3.1。';
const answered = SupportAnswered.of({
  ...about,
  number: 'SQ-20261122-0001',
  answer,
  answeredBy: hou,
  answeredAt: ten,
});

describe('a request for help', () => {
  it('is in the list once dispatch has asked', () =>
    given()
      .at(nine)
      .when(open)
      .then(SupportRequestOpened.of({ ...opened.data, number: pendingNumber })));
  it('is there once, however often dispatch is heard', () => given(opened).at(ten).when(open).thenNothing());
  it('is not reopened by hearing of it again', () =>
    given(opened, takenUp, handOffAccepted, answered).at(ten).when(open).thenNothing());
});

describe('taking it up', () => {
  it('accepts the hand-off, by name (S-73)', () =>
    given(opened).at(ten).when({ type: 'accept' }).then(takenUp, handOffAccepted));
  it('is possible once', () =>
    given(opened, takenUp, handOffAccepted)
      .at(ten, byLong)
      .when({ type: 'accept' })
      .thenRefuses('support-request-in-another-step'));
  it('says where the request stands and what is possible now', () => {
    const state = [opened, takenUp].reduce(supportRequest.evolve, supportRequest.initial);
    expect(() => supportRequest.decide({ type: 'accept' }, state, givenFor({ now: ten, ...byLong }))).toThrow(
      expect.objectContaining({ facts: { status: 'accepted', possible: ['answer'] } }),
    );
  });
  it('is refused for one that nobody raised', () =>
    given().at(ten).when({ type: 'accept' }).thenRefuses('support-request-in-another-step'));
});

describe('the advice', () => {
  it('is given by who took it up', () =>
    given(opened, takenUp, handOffAccepted).at(ten).when({ type: 'answer', answer }).then(answered));
  it('is not given by another', () =>
    given(opened, takenUp, handOffAccepted)
      .at(ten, byLong)
      .when({ type: 'answer', answer })
      .thenRefuses('not-accepted-by-you'));
  it('is not given before somebody took the request up', () =>
    given(opened).at(ten).when({ type: 'answer', answer }).thenRefuses('support-request-in-another-step'));
  it('is given once', () =>
    given(opened, takenUp, handOffAccepted, answered)
      .at(ten)
      .when({ type: 'answer', answer })
      .thenRefuses('support-request-in-another-step'));
});

type Asked = SupportRequestCommand & { readonly by?: typeof hou };
const by = fc.constantFrom(hou, long);
const commands: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant(open),
  fc.record({ type: fc.constant('accept' as const), by }),
  fc.record({ type: fc.constant('answer' as const), by, answer: fc.string({ minLength: 1 }) }),
);

it('whatever is asked in whatever order: opened once, taken up once, answered once, by the same person', () => {
  const steps = ['absent', 'raised', 'accepted', 'answered'];
  checkInvariants(
    supportRequest,
    commands,
    ({ before, after, history, refused }) => {
      const said = (type: SupportRequestEvent['type']) => history.filter((event) => event.type === type).length;
      expect(said('support.request-opened.v1')).toBeLessThanOrEqual(1);
      expect(said('support.handoff-accepted.v1')).toBe(said('support-request-taken-up'));
      expect(said('support-request-taken-up')).toBeLessThanOrEqual(1);
      expect(said('support.request-answered.v1')).toBeLessThanOrEqual(1);
      const moved = steps.indexOf(after.status) - steps.indexOf(before.status);
      expect([0, 1]).toContain(moved);
      if (refused !== undefined) expect(moved).toBe(0);
      const given = history.find((event) => event.type === 'support.request-answered.v1');
      if (given && after.status === 'answered') expect(given.data.answeredBy).toEqual(after.takenUp.by);
    },
    { given: ({ by: who = hou }: Asked, now) => givenFor({ now, id: id(1), actor: engineer(who) }) },
  );
});
