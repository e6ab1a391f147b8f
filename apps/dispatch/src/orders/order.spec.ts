import { describe, expect, it } from '@jest/globals';
import type { HandOff } from '@pledge/contracts';
import { replay } from '@pledge/kernel';
import { specFor } from '@pledge/testing/rules';
import { dispatchOrder } from './order.js';
import type { Doer, Known, OrderCommand } from './order-commands.js';
import type { OrderFact } from './order-facts.js';
import type { Report } from './situation.js';

const { given } = specFor(dispatchOrder);

const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${n}`;
const orderId = id(1);
const requestId = id(2);
const partId = id(3);
const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, '0')}:00.000Z`;
const signature = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 L 8 8"/></svg>')}`;

const report: Report = {
  requestId,
  requestNumber: 'FR-20261122-0001',
  customerId: id(4),
  customerName: '申江医院',
  siteId: id(5),
  siteName: '门诊楼',
  siteAddress: '浦东新区',
  territory: '上海浦东',
  equipmentId: null,
  equipmentName: null,
  equipmentModel: null,
  serialNumber: null,
  reportedBy: { name: '王敏', phone: '13800000001' },
  description: '读卡无响应',
  cause: null,
  nature: 'unknown',
  category: 'access-control',
  location: '一层',
  impact: 'partial',
  measuresTaken: null,
  warranty: { state: 'in-warranty', chargeable: false },
  reportedAt: at(0),
  arriveBy: null,
  resolveBy: null,
};
const handOff: HandOff = {
  handOffId: id(6),
  subject: { kind: 'request', id: requestId },
  from: 'intake',
  to: 'dispatch',
  offeredAt: at(0),
  acceptBy: at(30),
};
const person = (personId: string, role: Doer['role'], customerId: string | null = null): Doer => ({
  personId,
  name: personId,
  role,
  customerId,
});
const dispatcher = person('fenglijun', 'dispatcher');
const zhang = person(id(7), 'engineer');
const li = person(id(8), 'engineer');
const news = (state: 'reserved' | 'short', assignment = 1): Known => ({
  news: { assignment, state, missing: state === 'short' ? [{ partId, name: '电源', quantity: 1 }] : [] },
  engineer: null,
});
const nothingKnown: Known = { news: null, engineer: null };

const open: OrderCommand = { type: 'open', orderId, report, handOff, number: 'DO-20261122-0001' };
const assignTo = (engineer: Doer, partsToCarry = [{ partId, quantity: 1 }]): OrderCommand => ({
  ...{ type: 'assign', orderId, by: dispatcher, engineerId: engineer.personId, cause: '电源老化', nature: 'equipment' },
  ...{ category: 'access-control', location: '一层弱电间', partsToCarry, toolsToCarry: ['万用表'] },
  known: { news: null, engineer: { engineerId: engineer.personId, name: engineer.name } },
});
const accept: OrderCommand = { type: 'accept', orderId, by: zhang };
const except: OrderCommand = {
  type: 'except-release',
  orderId,
  by: dispatcher,
  reason: '先行排查',
  known: nothingKnown,
};
const depart: OrderCommand = { type: 'depart', orderId, by: zhang, expectedArrivalAt: at(40), known: news('reserved') };
const conduct = { badge: true, tidyDress: true, shoeCovers: true };
const arrive: OrderCommand = { type: 'arrive', orderId, by: zhang, conduct };
const measure: OrderCommand = {
  ...{ type: 'record-measures', orderId, by: zhang, content: '更换电源', completedAt: at(20) },
  ...{ partsUsed: [{ partId, quantity: 1 }], siteCleaned: true },
};
const sign: OrderCommand = { type: 'sign', orderId, by: zhang, signedBy: '王敏', signature };
const close: OrderCommand = { type: 'close', orderId, by: dispatcher, handOffId: id(9) };
const ask: OrderCommand = {
  ...{ type: 'ask-support', orderId, by: zhang, question: '如何复位？' },
  ...{ supportRequestId: id(9), handOffId: id(6) },
};

/** The facts that commands lead to, one a minute from 09:01 on. */
const story = (...commands: readonly OrderCommand[]): OrderFact[] =>
  commands.reduce<OrderFact[]>(
    (facts, command, place) => [
      ...facts,
      ...dispatchOrder.decide(command, replay(dispatchOrder, facts), at(place + 1)),
    ],
    [],
  );
const assigned = story(open, assignTo(zhang));
const accepted = story(open, assignTo(zhang), accept);
const departed = story(open, assignTo(zhang), accept, depart);
const arrived = story(open, assignTo(zhang), accept, depart, arrive);
const worked = [...arrived, ...dispatchOrder.decide(measure, replay(dispatchOrder, arrived), at(20))];
const signed = [...worked, ...dispatchOrder.decide(sign, replay(dispatchOrder, worked), at(21))];
const closed = [...signed, ...dispatchOrder.decide(close, replay(dispatchOrder, signed), at(22))];
const decided = (facts: readonly OrderFact[], command: OrderCommand, now: string) =>
  dispatchOrder.decide(command, replay(dispatchOrder, facts), now);
const factsOfRefusal = (facts: readonly OrderFact[], command: OrderCommand): unknown => {
  try {
    return decided(facts, command, at(30));
  } catch (refusal) {
    return (refusal as { facts: unknown }).facts;
  }
};

describe('opening', () => {
  it('opens the order and accepts the hand-off under the name of the rule', () => {
    const [, opened, handedOver] = decided([], open, at(1));
    expect(opened).toMatchObject({ type: 'dispatch.order-opened.v1', data: { orderId, requestId, openedAt: at(1) } });
    expect(handedOver).toMatchObject({
      type: 'dispatch.handoff-accepted.v1',
      data: { handOffId: handOff.handOffId, from: 'intake', to: 'dispatch', acceptedBy: '派工台自动受理' },
    });
  });
  it.each([[story(open)], [closed]])('says nothing the second time, whatever became of it', (facts) =>
    given(...facts)
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
      .when({ ...assignTo(li), known: nothingKnown } as OrderCommand)
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
      .when({ ...accept, by: li } as OrderCommand)
      .thenRefuses('order-out-of-sight');
    given(...story(open, assignTo(zhang), assignTo(li)))
      .at(at(9))
      .when(accept)
      .thenRefuses('order-out-of-sight');
    given().at(at(9)).when(accept).thenRefuses('order-out-of-sight');
  });
  it('keeps when it really happened', () => {
    expect(decided(assigned, { ...accept, occurredAt: at(4) } as OrderCommand, at(30))).toMatchObject([
      { data: { acceptedAt: at(4) } },
    ]);
  });
  it('lets a clock be two minutes wrong, either way, and moves it to what can be true', () => {
    const late = { ...accept, occurredAt: '2026-11-22T09:11:59.000Z' } as OrderCommand;
    expect(decided(assigned, late, at(10))).toMatchObject([{ data: { acceptedAt: at(10) } }]);
    const early = { ...accept, occurredAt: at(0) } as OrderCommand;
    expect(decided(assigned, early, at(10))).toMatchObject([{ data: { acceptedAt: at(2) } }]);
  });
  it('is refused outside of that', () => {
    given(...assigned)
      .at(at(10))
      .when({ ...accept, occurredAt: '2026-11-22T09:12:01Z' } as OrderCommand)
      .thenRefuses('occurred-in-future');
    given(...assigned)
      .at(at(10))
      .when({ ...accept, occurredAt: '2026-11-22T08:59:59Z' } as OrderCommand)
      .thenRefuses('occurred-out-of-order');
  });
});

describe('the release gate', () => {
  it.each([
    ['pending', nothingKnown],
    ['pending', news('reserved', 2)],
    ['short', news('short')],
  ])('is shut while parts are %s', (state, known) => {
    const command = { ...depart, known } as OrderCommand;
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
    expect(decided(empty, { ...depart, known: nothingKnown } as OrderCommand, at(30))).toHaveLength(1);
  });
  it('is opened by an exception that somebody signs', () => {
    const excepted = story(open, assignTo(zhang), accept, except);
    expect(excepted.at(-1)).toMatchObject({ data: { reason: '先行排查', by: { personId: 'fenglijun' } } });
    expect(decided(excepted, { ...depart, known: news('short') } as OrderCommand, at(30))).toHaveLength(1);
  });
  it('needs no exception where it is open', () => {
    given(...accepted)
      .at(at(9))
      .when({ ...except, known: news('reserved') } as OrderCommand)
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

describe('on site', () => {
  it('records the arrival and the conduct', () => {
    expect(decided(departed, arrive, at(9))).toMatchObject([
      { data: { arrivedAt: at(9), recordedAt: at(9), conduct } },
    ]);
  });
  it('wants the site cleaned', () =>
    given(...arrived)
      .at(at(20))
      .when({ ...measure, siteCleaned: false } as OrderCommand)
      .thenRefuses('site-not-cleaned'));
  it('wants the work complete between the arrival and now', () => {
    given(...arrived)
      .at(at(17))
      .when(measure)
      .thenRefuses('completed-in-future');
    given(...arrived)
      .at(at(20))
      .when({ ...measure, completedAt: at(2) } as OrderCommand)
      .thenRefuses('completed-before-arrival');
    expect(decided(arrived, measure, at(19))).toMatchObject([{ data: { completedAt: at(19), recordedAt: at(19) } }]);
  });
  it('hands what the repair file needs on with the signature', () => {
    expect(decided(worked, sign, at(21))).toMatchObject([
      { type: 'order-signature-drawn', data: { image: signature } },
      { type: 'dispatch.order-signed.v1', data: { measures: '更换电源', signedBy: '王敏', signedAt: at(21) } },
    ]);
  });
  it('lets the customer sign for their own order only', () => {
    const by = (customerId: string) =>
      ({ ...sign, by: person('wangmin', 'customer-contact', customerId) }) as OrderCommand;
    expect(decided(worked, by(report.customerId), at(21))).toHaveLength(2);
    given(...worked)
      .at(at(21))
      .when(by(id(9)))
      .thenRefuses('order-out-of-sight');
  });
  it('takes a drawing for a signature and nothing else', () =>
    given(...worked)
      .at(at(21))
      .when({ ...sign, signature: `data:image/svg+xml;base64,${btoa('<svg onload="x()"/>')}` } as OrderCommand)
      .thenRefuses('signature-not-an-image'));
});

describe('closing', () => {
  it('hands the request to supervision', () => {
    expect(decided(signed, close, at(25))).toMatchObject([
      {
        data: {
          closedAt: at(25),
          closedBy: { personId: 'fenglijun' },
          handOff: {
            from: 'dispatch',
            to: 'supervision',
            acceptBy: at(55),
            subject: { kind: 'request', id: requestId },
          },
        },
      },
    ]);
  });
  it.each([[story(open)], [assigned], [accepted], [departed], [arrived], [worked]])(
    'is refused before the signature',
    (...facts) => {
      const [before] = facts;
      given(...before)
        .at(at(30))
        .when(close)
        .thenRefuses('order-not-signed');
    },
  );
  it('is refused to who did the work, also in another role', () =>
    given(...signed)
      .at(at(25))
      .when({ ...close, by: { ...zhang, role: 'dispatcher' } } as OrderCommand)
      .thenRefuses('closer-did-the-work'));
  it('is refused the second time', () =>
    given(...closed)
      .at(at(25))
      .when(close)
      .thenRefuses('order-in-another-step'));
});

describe('asking for support', () => {
  it('offers the question to the group', () => {
    expect(decided(assigned, ask, at(5))).toMatchObject([
      {
        data: {
          question: '如何复位？',
          handOff: { to: 'support', subject: { kind: 'support-request', id: id(9) }, acceptBy: at(35) },
        },
      },
    ]);
  });
  it('is over when the work is recorded', () =>
    given(...worked)
      .at(at(30))
      .when(ask)
      .thenRefuses('order-in-another-step'));
});

describe('a step out of turn', () => {
  it('is told where the order is and what is possible', () => {
    expect(factsOfRefusal(assigned, arrive)).toEqual({
      status: 'assigned',
      possible: ['assign', 'accept', 'except-release', 'ask-support'],
    });
    expect(factsOfRefusal(story(open), close)).toEqual({ status: 'open', possible: ['assign', 'ask-support'] });
  });
});
