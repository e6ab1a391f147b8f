import { describe, expect, it } from '@jest/globals';
import {
  accepted,
  arrive,
  arrived,
  ask,
  assigned,
  at,
  close,
  closed,
  conduct,
  decided,
  departed,
  factsOfRefusal,
  given,
  givenWith,
  id,
  measure,
  open,
  person,
  report,
  requestId,
  sign,
  signature,
  signed,
  story,
  worked,
  zhang,
} from './order.fixtures.js';
import type { Asked } from './order.fixtures.js';

describe('on site', () => {
  it('records the arrival and the conduct', () => {
    expect(decided(departed, arrive, at(9))).toMatchObject([
      { data: { arrivedAt: at(9), recordedAt: at(9), conduct } },
    ]);
  });
  it('wants the site cleaned', () =>
    given(...arrived)
      .at(at(20))
      .when({ ...measure, siteCleaned: false } as Asked)
      .thenRefuses('site-not-cleaned'));
  it('wants the work complete between the arrival and now', () => {
    given(...arrived)
      .at(at(17))
      .when(measure)
      .thenRefuses('completed-in-future');
    given(...arrived)
      .at(at(20))
      .when({ ...measure, completedAt: at(2) } as Asked)
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
    const by = (customerId: string) => ({ ...sign, by: person('wangmin', 'customer-contact', customerId) }) as Asked;
    expect(decided(worked, by(report.customerId), at(21))).toHaveLength(2);
    given(...worked)
      .at(at(21))
      .when(by(id(9)))
      .thenRefuses('order-out-of-sight');
  });
  it('takes a drawing for a signature and nothing else', () =>
    given(...worked)
      .at(at(21))
      .when({ ...sign, signature: `data:image/svg+xml;base64,${btoa('<svg onload="x()"/>')}` } as Asked)
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
    (...events) => {
      const [before] = events;
      given(...before)
        .at(at(30))
        .when(close)
        .thenRefuses('order-not-signed');
    },
  );
  it('is refused to who did the work, also in another role', () =>
    given(...signed)
      .at(at(25))
      .when({ ...close, by: { ...zhang, role: 'dispatcher' } })
      .thenRefuses('closer-did-the-work'));
  it('is refused the second time', () =>
    given(...closed)
      .at(at(25))
      .when(close)
      .thenRefuses('order-in-another-step'));
});

describe('asking for support', () => {
  it('offers the question to the group', () => {
    const { newId } = givenWith(ask, at(5));
    const supportRequestId = newId('support-request');
    expect(decided(assigned, ask, at(5))).toMatchObject([
      {
        data: {
          ...{ question: '如何复位？', supportRequestId },
          handOff: { to: 'support', subject: { kind: 'support-request', id: supportRequestId }, acceptBy: at(35) },
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
