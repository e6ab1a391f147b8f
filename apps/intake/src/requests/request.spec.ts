import { describe, expect, it } from '@jest/globals';
import type { RequestJoined, RequestReceived } from '@pledge/contracts/events';
import { FactsCompleted, RequestClosed, RequestResolved, RequestResponded } from '@pledge/contracts/events';
import type { FaultBody } from '@pledge/contracts/http';
import { replay } from '@pledge/kernel';
import { workCalendar } from '@pledge/promises';
import { specFor } from '@pledge/testing/rules';
import type { OpenFault } from './duplicates.js';
import type { FactsTold, Known, RequestCommand, RequestEvent } from './situation.js';
import { request } from './request.js';

const { given } = specFor(request);

const requestId = '018f7a52-0000-7000-8000-000000000001';
const other = '018f7a52-0000-7000-8000-000000000002';
const customerId = '018f7a52-0000-7000-8000-000000000003';
const siteId = '018f7a52-0000-7000-8000-000000000004';
const equipmentId = '018f7a52-0000-7000-8000-000000000005';
const orderId = '018f7a52-0000-7000-8000-000000000006';
const id = (n: number) => `018f7a52-0000-7000-8000-0000000000${String(n)}`;

/** A Friday night: the clocks of a fault run through it. */
const nine = '2026-11-20T21:00:00.000Z';
const ten = '2026-11-20T22:00:00.000Z';

const report: FaultBody = {
  kind: 'fault',
  language: 'zh',
  channel: 'hotline',
  reportedBy: { name: '王敏', phone: '13800000001', email: null },
  customerId,
  siteId,
  equipmentId,
  receivedAt: nine,
  description: '主机反复重启',
  nature: 'equipment',
  category: 'access-control',
  location: '3 号楼',
  impact: 'partial',
};
const known: Known = {
  number: 'FR-20261121-0001',
  openAtSite: [],
  twin: null,
  envelopeReceivedAt: null,
  place: {
    customerId,
    customerName: '申江医院',
    terms: { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 },
    siteId,
    siteName: '本部',
    siteAddress: '浦东新区',
    territory: '浦东新区',
    equipment: {
      equipmentId,
      name: '门禁主机',
      model: 'HY-1',
      serialNumber: 'S1',
      category: 'access-control',
      location: '3 号楼',
      warranty: { state: 'in-warranty', endsOn: '2027-05-01' },
    },
  },
};
const receive = (change: Partial<FaultBody> = {}, knownChange: Partial<Known> = {}): RequestCommand => ({
  type: 'receive',
  requestId,
  report: { ...report, ...change },
  reportedBy: report.reportedBy,
  recordedBy: null,
  place: { customerId, siteId, equipmentId },
  ids: {
    promiseIds: [id(11), id(12), id(13)],
    handOffId: id(14),
    publicToken: 'token-token-token-token',
    envelopeId: id(15),
  },
  calendar: workCalendar({ timeZone: 'Asia/Shanghai' }),
  known: { ...known, ...knownChange },
});

const factsOf = (command: RequestCommand, now: string) => request.decide(command, request.initial, now);
const received = factsOf(receive(), nine)[0] as ReturnType<typeof RequestReceived.of>;
const openFault: OpenFault = {
  ...{ requestId: other, number: 'FR-1', equipmentId, category: 'network', receivedAt: nine },
  ...{ phone: '', email: null, text: '' },
};
const joined = factsOf(receive({}, { openAtSite: [openFault] }), nine)[0] as ReturnType<typeof RequestJoined.of>;

const by = { personId: 'p1', name: '李娜' };
const respond = { type: 'respond', requestId, by, text: '已安排工程师' } as const;
const responded = RequestResponded.of({ requestId, number: known.number, by, text: '已安排工程师', respondedAt: ten });
const resolve = { type: 'resolve', requestId, orderId, resolvedAt: ten } as const;
const resolved = RequestResolved.of({ requestId, number: known.number, orderId, resolvedAt: ten });
const closed = RequestClosed.of({ requestId, number: known.number, closedAt: ten });

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

describe('taking a request', () => {
  const other = { personId: 'p2', name: '张伟' };
  const take = { type: 'take', requestId, by } as const;
  const taken = { type: 'request-taken', data: { by } } as const;
  const release = { type: 'release', requestId, by: other } as const;
  const released = { type: 'request-released', data: { by: other } } as const;

  it('is kept, once', () => {
    given(received).at(ten).when(take).then(taken);
    given(received, taken).at(ten).when(take).thenNothing();
  });
  it('goes to whoever takes it next', () =>
    given(joined, taken)
      .at(ten)
      .when({ ...take, by: other })
      .then({ type: 'request-taken', data: { by: other } }));
  it('outlasts the answer and the repair', () =>
    given(received, taken, responded, resolved).at(ten).when(release).then(released));
  it('ends when it is given back, and then nobody can give it back again', () =>
    given(received, taken, released).at(ten).when(release).thenRefuses('request-not-taken'));
  it('is refused once the request is closed', () =>
    given(received, resolved, closed).at(ten).when(take).thenRefuses('request-closed'));
  it('is refused for a request that does not exist', () => {
    given().at(ten).when(take).thenRefuses('request-missing');
    given().at(ten).when(release).thenRefuses('request-missing');
  });
});

describe('completing the facts of a fault (S-35)', () => {
  const complete = (facts: FactsTold): RequestCommand => ({ type: 'complete', requestId, facts, by });
  const told = (facts: Record<string, string>) =>
    FactsCompleted.of({ requestId, number: known.number, facts, by, at: ten });
  const stateAfter = (...facts: RequestEvent[]) => replay(request, facts);

  it('tells what is new of them, in one time zone', () =>
    given(received)
      .at(ten)
      .when(complete({ cause: '进水', impact: 'partial', occurredAt: '2026-11-21T04:30:00+08:00' }))
      .then(told({ cause: '进水', occurredAt: '2026-11-20T20:30:00.000Z' })));
  it('changes the report and nothing else of the request', () => {
    const before = stateAfter(received, responded);
    const after = stateAfter(received, responded, told({ cause: '进水' }));
    expect(after).toMatchObject({
      ...before,
      report: { ...received.data, cause: '进水' },
      completed: [{ by }],
      retold: true,
    });
  });
  it('is possible for a joined report, and after the repair', () => {
    given(joined)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .then(told({ cause: '进水' }));
    given(received, resolved)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .then(told({ cause: '进水' }));
  });
  it('says nothing where nothing is new', () =>
    given(received, told({ cause: '进水' }))
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenNothing());
  it('is refused where the fault would have occurred after it was reported', () =>
    given(received)
      .at(ten)
      .when(complete({ occurredAt: ten }))
      .thenRefuses('occurred-after-received'));
  it('is refused for what is no fault, for a closed request and for none', () => {
    const asked = { ...received, data: { ...received.data, kind: 'consultation' as const } };
    given(asked)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('not-a-fault');
    given(received, resolved, closed)
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('request-closed');
    given()
      .at(ten)
      .when(complete({ cause: '进水' }))
      .thenRefuses('request-missing');
  });
});

describe('the end of a request', () => {
  it('is resolved when its order is closed', () => given(received, responded).at(ten).when(resolve).then(resolved));
  it('is resolved once', () => given(received, resolved).at(ten).when(resolve).thenNothing());
  it('is closed when supervision has verified it', () =>
    given(received, resolved).at(ten).when({ type: 'close', requestId }).then(closed));
  it('is not closed before it is resolved', () =>
    given(received).at(ten).when({ type: 'close', requestId }).thenNothing());
});
