import { describe, expect, it } from '@jest/globals';
import { replay } from '@pledge/kernel';
import { dispatchOrder } from './order.js';
import {
  accept,
  accepted,
  assignTo,
  assigned,
  at,
  closed,
  decided,
  depart,
  departed,
  except,
  factsOfRefusal,
  given,
  handOff,
  li,
  news,
  nothingKnown,
  open,
  orderId,
  partId,
  requestId,
  story,
  zhang,
} from './order.fixtures.js';
import type { Asked } from './order.fixtures.js';

describe('opening', () => {
  it('opens the order and accepts the hand-off under the name of the rule', () => {
    const [, opened, handedOver] = decided([], open, at(1));
    expect(opened).toMatchObject({ type: 'dispatch.order-opened.v1', data: { orderId, requestId, openedAt: at(1) } });
    expect(handedOver).toMatchObject({
      type: 'dispatch.handoff-accepted.v1',
      data: { handOffId: handOff.handOffId, from: 'intake', to: 'dispatch', acceptedBy: '派工台自动受理' },
    });
  });
  it.each([[story(open)], [closed]])('says nothing the second time, whatever became of it', (events) =>
    given(...events)
      .at(at(40))
      .when(open)
      .thenNothing(),
  );
});

describe('assigning', () => {
  it('names the engineer and counts', () => {
    expect(decided(accepted, assignTo(li), at(9))).toMatchObject([
      { data: { assignment: 2, engineerId: li.personId, previousEngineerId: zhang.personId } },
    ]);
  });
  it('is refused for somebody who is not on the roster', () =>
    given(...story(open))
      .at(at(5))
      .when({ ...assignTo(li), known: nothingKnown })
      .thenRefuses('engineer-unknown'));
  it('is refused after departure', () =>
    given(...departed)
      .at(at(9))
      .when(assignTo(li))
      .thenRefuses('order-in-another-step'));
  it('takes an exception back: it was for other parts', () => {
    const state = replay(dispatchOrder, story(open, assignTo(zhang), except, assignTo(li)));
    expect(state).toMatchObject({ status: 'assigned', task: { exception: null } });
  });
});

describe('accepting', () => {
  it('is for the engineer who is assigned, and for no other', () => {
    expect(decided(assigned, accept, at(9))).toMatchObject([{ data: { acceptedAt: at(9) } }]);
    given(...assigned)
      .at(at(9))
      .when({ ...accept, by: li })
      .thenRefuses('order-out-of-sight');
    given(...story(open, assignTo(zhang), assignTo(li)))
      .at(at(9))
      .when(accept)
      .thenRefuses('order-out-of-sight');
    given().at(at(9)).when(accept).thenRefuses('order-out-of-sight');
  });
  it('keeps when it really happened', () => {
    expect(decided(assigned, { ...accept, occurredAt: at(4) } as Asked, at(30))).toMatchObject([
      { data: { acceptedAt: at(4) } },
    ]);
  });
  it('lets a clock be two minutes wrong, either way, and moves it to what can be true', () => {
    const late = { ...accept, occurredAt: '2026-11-22T09:11:59.000Z' } as Asked;
    expect(decided(assigned, late, at(10))).toMatchObject([{ data: { acceptedAt: at(10) } }]);
    const early = { ...accept, occurredAt: at(0) } as Asked;
    expect(decided(assigned, early, at(10))).toMatchObject([{ data: { acceptedAt: at(2) } }]);
  });
  it('is refused outside of that', () => {
    given(...assigned)
      .at(at(10))
      .when({ ...accept, occurredAt: '2026-11-22T09:12:01Z' } as Asked)
      .thenRefuses('occurred-in-future');
    given(...assigned)
      .at(at(10))
      .when({ ...accept, occurredAt: '2026-11-22T08:59:59Z' } as Asked)
      .thenRefuses('occurred-out-of-order');
  });
});

describe('the release gate', () => {
  it.each([
    ['pending', nothingKnown],
    ['pending', news('reserved', 2)],
    ['short', news('short')],
  ])('is shut while parts are %s', (state, known) => {
    const command = { ...depart, known } as Asked;
    given(...accepted)
      .at(at(30))
      .when(command)
      .thenRefuses('parts-not-set-aside');
    expect(factsOfRefusal(accepted, command)).toMatchObject({
      status: 'accepted',
      parts: state,
      missing: state === 'short' ? [{ partId, quantity: 1 }] : [],
    });
  });
  it('is open when everything is set aside, or nothing is to be carried', () => {
    expect(decided(accepted, depart, at(30))).toHaveLength(1);
    const empty = story(open, assignTo(zhang, []), accept);
    expect(decided(empty, { ...depart, known: nothingKnown }, at(30))).toHaveLength(1);
  });
  it('is opened by an exception that somebody signs', () => {
    const excepted = story(open, assignTo(zhang), accept, except);
    expect(excepted.at(-1)).toMatchObject({ data: { reason: '先行排查', by: { personId: 'fenglijun' } } });
    expect(decided(excepted, { ...depart, known: news('short') }, at(30))).toHaveLength(1);
  });
  it('needs no exception where it is open', () => {
    given(...accepted)
      .at(at(9))
      .when({ ...except, known: news('reserved') })
      .thenRefuses('no-exception-needed');
    given(...story(open, assignTo(zhang), except))
      .at(at(9))
      .when(except)
      .thenRefuses('no-exception-needed');
  });
  it('does not let an arrival be promised before the departure', () =>
    given(...accepted)
      .at(at(41))
      .when(depart)
      .thenRefuses('expected-arrival-in-past'));
});
