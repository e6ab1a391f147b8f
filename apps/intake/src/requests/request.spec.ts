import { describe, expect, it } from '@jest/globals';
import type { FaultBody } from '@pledge/contracts/http';
import { specFor } from '@pledge/testing/rules';
import { request } from './request.js';
import {
  closed,
  customerId,
  factsOf,
  id,
  joined,
  known,
  nine,
  openFault,
  other,
  receive,
  received,
  requestId,
  resolve,
  resolved,
  respond,
  responded,
  ten,
} from './request-story.js';

const { given } = specFor(request);

describe('receiving a report', () => {
  it('stamps 1, 4 and 8 hours from when it first reached us, not from when it was typed in (S-26, S-29, S-30, S-31)', () => {
    const [fact] = factsOf(receive(), ten);
    const due = (fact as typeof received).data.promises.map(({ promise, dueAt }) => [promise, dueAt]);
    expect(due).toEqual([
      ['respond', '2026-11-20T22:00:00.000Z'],
      ['arrive', '2026-11-21T01:00:00.000Z'],
      ['resolve', '2026-11-21T05:00:00.000Z'],
    ]);
    expect((fact as typeof received).data).toMatchObject({ receivedAt: nine, recordedAt: ten });
  });

  it("uses the limits of the customer's contract", () => {
    const place = { ...known.place, terms: { respondMinutes: 30, arriveMinutes: 120, resolveMinutes: 240 } };
    const [fact] = factsOf(receive({}, { place }), nine);
    expect((fact as typeof received).data.promises[1]?.dueAt).toBe('2026-11-20T23:00:00.000Z');
  });

  it('offers the request to dispatch, to be accepted within 30 minutes', () =>
    expect(received.data.handOff).toMatchObject({
      from: 'intake',
      to: 'dispatch',
      subject: { kind: 'request', id: requestId },
      acceptBy: '2026-11-20T21:30:00.000Z',
    }));

  it('accepts a report out of warranty, chargeable: service is for life (S-23)', () => {
    const equipment = {
      ...known.place.equipment!,
      warranty: { state: 'out-of-warranty' as const, endsOn: '2025-05-01' },
    };
    const [fact] = factsOf(receive({}, { place: { ...known.place, equipment } }), nine);
    expect((fact as typeof received).data.entitlement).toEqual({
      state: 'out-of-warranty',
      endsOn: '2025-05-01',
      chargeable: true,
    });
  });

  it('joins the open request for the same equipment, with a respond clock of its own (S-04)', () => {
    expect(joined.type).toBe('intake.request-joined.v1');
    expect(joined.data.joinedTo).toEqual({ requestId: other, number: 'FR-1' });
    expect(joined.data.promises.map(({ promise }) => promise)).toEqual(['respond']);
  });

  describe('that a person has looked at', () => {
    const twin = { requestId: other, number: 'FR-9', customerId };
    const join: FaultBody['twin'] = { decision: 'join', requestId: other };
    const separate: FaultBody['twin'] = { decision: 'separate', reason: '两台设备' };

    it('is joined to the open request that the person named, whatever the rule would find', () => {
      const [fact] = factsOf(receive({ twin: join }, { twin, openAtSite: [openFault] }), nine);
      expect(fact).toMatchObject({ type: 'intake.request-joined.v1', data: { joinedTo: { number: 'FR-9' } } });
    });
    it('is not joined to what is not open any more, nor to what belongs to another customer', () => {
      given()
        .at(nine)
        .when(receive({ twin: join }))
        .thenRefuses('twin-not-open');
      given()
        .at(nine)
        .when(receive({ twin: join }, { twin: { ...twin, customerId: other } }))
        .thenRefuses('other-customer');
    });
    it('is a request of its own where the person says so, and keeps why', () => {
      const [fact] = factsOf(receive({ twin: separate }, { openAtSite: [openFault] }), nine);
      expect(fact).toMatchObject({
        type: 'intake.request-received.v1',
        data: { separated: { from: { requestId: other, number: 'FR-1' }, reason: '两台设备', by: null } },
      });
    });
    describe('and found to be a repair that did not hold', () => {
      const again: FaultBody['twin'] = { ...separate, recurrenceOf: id(30) };
      const repair = {
        requestId: id(30),
        number: 'FR-7',
        customerId,
        disputedAt: '2026-11-11T21:00:00.000Z',
        reportedAgain: false,
      };
      it('comes after that repair, whatever the rule would find, and is not joined to what is open', () => {
        const mended = [{ ...openFault, resolvedAt: '2026-11-20T20:00:00.000Z' }];
        const [fact] = factsOf(receive({ twin: again }, { repair, mended, openAtSite: [openFault] }), nine);
        expect(fact).toMatchObject({
          type: 'intake.request-received.v1',
          data: { recurrenceOf: { requestId: id(30), number: 'FR-7' }, separated: { from: { requestId: other } } },
        });
      });
      it('runs from when the user said so, however long ago', () => {
        const [fact] = factsOf(receive({ twin: again, receivedAt: undefined }, { repair }), nine);
        expect(fact?.data).toMatchObject({ receivedAt: repair.disputedAt });
      });
      it.each([
        ['2026-11-01T01:00:00.000Z', '2026-11-01T01:00:00.000Z'],
        ['2026-11-15T01:00:00.000Z', repair.disputedAt],
      ])('and from its envelope where that came first: one of %s runs from %s', (envelopeReceivedAt, receivedAt) => {
        const told = receive({ twin: again, receivedAt: undefined }, { repair, envelopeReceivedAt });
        expect(factsOf(told, nine)[0]?.data).toMatchObject({ receivedAt });
      });
      it('is refused where that has its verdict, or is of another customer', () => {
        given()
          .at(nine)
          .when(receive({ twin: again }))
          .thenRefuses('verdict-stands');
        given()
          .at(nine)
          .when(receive({ twin: again }, { repair: { ...repair, customerId: other } }))
          .thenRefuses('other-customer');
      });
      it('is refused where a colleague was faster: nobody is sent twice', () => {
        given()
          .at(nine)
          .when(receive({ twin: again }, { repair: { ...repair, reportedAgain: true } }))
          .thenRefuses('reported-again');
      });
    });
    it('is separated from nothing where there is nothing', () =>
      expect(factsOf(receive({ twin: separate }), nine)[0]?.data).not.toHaveProperty('separated'));
  });

  it('is refused where it claims to come from the future', () =>
    given()
      .at(nine)
      .when(receive({ receivedAt: ten }))
      .thenRefuses('received-in-future'));
  it('is refused where it is older than a week', () =>
    given().at('2026-11-28T21:00:00.001Z').when(receive()).thenRefuses('received-too-long-ago'));
  it('is taken however long its envelope has waited', () => {
    const told = receive({ receivedAt: undefined }, { envelopeReceivedAt: '2026-11-01T01:00:00.000Z' });
    expect(factsOf(told, nine)[0]?.data).toMatchObject({ receivedAt: '2026-11-01T01:00:00.000Z' });
  });
  it('is refused where the fault occurred after the report', () =>
    given()
      .at(ten)
      .when(receive({ occurredAt: ten }))
      .thenRefuses('occurred-after-received'));
  it('is refused for an id that is taken', () => given(received).at(ten).when(receive()).thenRefuses('request-exists'));
});

describe('answering the user', () => {
  it('is recorded under the name of who answered (S-26)', () => given(received).at(ten).when(respond).then(responded));
  it('is recorded for a joined report too: every caller has an answer of their own', () =>
    given(joined).at(ten).when(respond).then(responded));
  it('is refused the second time', () =>
    given(received, responded).at(ten).when(respond).thenRefuses('request-already-answered'));
  it('is refused the second time for a joined report', () =>
    given(joined, responded).at(ten).when(respond).thenRefuses('request-already-answered'));
  it('can still be given after the repair', () => given(received, resolved).at(ten).when(respond).then(responded));
  it('is refused once the request is closed', () =>
    given(received, resolved, closed).at(ten).when(respond).thenRefuses('request-closed'));
  it('is refused for a request that does not exist', () =>
    given().at(ten).when(respond).thenRefuses('request-missing'));
});

describe('the end of a request', () => {
  it('is resolved when its order is closed', () => given(received, responded).at(ten).when(resolve).then(resolved));
  it('is resolved once', () => given(received, resolved).at(ten).when(resolve).thenNothing());
});
