import type { RequestJoined, RequestReceived } from '@pledge/contracts/events';
import { RequestClosed, RequestResolved, RequestResponded } from '@pledge/contracts/events';
import type { FaultBody } from '@pledge/contracts/http';
import { workCalendar } from '@pledge/promises';
import type { OpenFault } from './duplicates.js';
import { request } from './request.js';
import type { Known, RequestCommand } from './situation.js';

export const requestId = '018f7a52-0000-7000-8000-000000000001';
export const other = '018f7a52-0000-7000-8000-000000000002';
export const customerId = '018f7a52-0000-7000-8000-000000000003';
export const siteId = '018f7a52-0000-7000-8000-000000000004';
export const equipmentId = '018f7a52-0000-7000-8000-000000000005';
export const orderId = '018f7a52-0000-7000-8000-000000000006';
export const id = (n: number) => `018f7a52-0000-7000-8000-0000000000${String(n)}`;

/** A Friday night: the clocks of a fault run through it. */
export const nine = '2026-11-20T21:00:00.000Z';
export const ten = '2026-11-20T22:00:00.000Z';

export const report: FaultBody = {
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
export const known: Known = {
  number: 'FR-20261121-0001',
  openAtSite: [],
  twin: null,
  repair: null,
  mended: [],
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
export const receive = (change: Partial<FaultBody> = {}, knownChange: Partial<Known> = {}): RequestCommand => ({
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

export const factsOf = (command: RequestCommand, now: string) => request.decide(command, request.initial, now);
export const received = factsOf(receive(), nine)[0] as ReturnType<typeof RequestReceived.of>;
export const openFault: OpenFault = {
  ...{ requestId: other, number: 'FR-1', equipmentId, category: 'network', receivedAt: nine },
  ...{ phone: '', email: null, text: '' },
};
export const joined = factsOf(receive({}, { openAtSite: [openFault] }), nine)[0] as ReturnType<typeof RequestJoined.of>;

export const by = { personId: 'p1', name: '李娜' };
export const respond = { type: 'respond', requestId, by, text: '已安排工程师' } as const;
export const responded = RequestResponded.of({
  requestId,
  number: known.number,
  by,
  text: '已安排工程师',
  respondedAt: ten,
});
export const resolve = { type: 'resolve', requestId, orderId, resolvedAt: ten } as const;
export const resolved = RequestResolved.of({ requestId, number: known.number, orderId, resolvedAt: ten });
export const closed = RequestClosed.of({ requestId, number: known.number, closedAt: ten });
