import type {
  EngineerDeparted,
  EngineerRegistered,
  EnquiryReceived,
  EventOf,
  HandOffOverdue,
  OrderAssigned,
  PromiseBreached,
  RequestJoined,
  RequestReceived,
} from '@pledge/contracts/events';

const id = (n: number) => `018f7a52-0000-7000-8000-0000000000${String(n)}`;
const nine = '2026-11-22T01:00:00.000Z';
const requestId = id(10);
export const other = id(99);

const promise = (n: number, name: 'respond' | 'arrive' | 'resolve', dueAt: string) => ({
  promiseId: id(n),
  promise: name,
  owner: name === 'respond' ? ('intake' as const) : ('dispatch' as const),
  startedAt: nine,
  dueAt,
  atRiskAt: dueAt,
  provisional: false,
  explanation: {
    rule: name,
    clock: 'around-the-clock' as const,
    limit: { amount: 60, unit: 'minutes' as const },
    startedAt: nine,
    timeZone: 'Asia/Shanghai',
    calendarVersion: 'cn-2026',
    countedDays: [],
    skippedDays: [],
    makeUpDays: [],
    pausesTakenOff: [],
  },
});

export const received: EventOf<typeof RequestReceived>['data'] = {
  requestId,
  number: 'FR-20261122-0001',
  kind: 'fault',
  channel: 'hotline',
  reportedBy: { name: '王敏', phone: '13800000001', email: null },
  customerId: id(11),
  customerName: '东海人民医院',
  siteId: id(12),
  siteName: '本部',
  siteAddress: '浦东新区',
  territory: '上海浦东',
  equipmentId: null,
  equipmentName: null,
  equipmentModel: null,
  serialNumber: null,
  receivedAt: nine,
  recordedAt: nine,
  occurredAt: null,
  description: '门禁主机反复重启',
  cause: null,
  nature: 'equipment',
  category: 'access-control',
  location: '3 号楼',
  impact: 'partial',
  measuresTaken: null,
  entitlement: { state: null, endsOn: null, chargeable: false },
  promises: [
    promise(21, 'respond', '2026-11-22T02:00:00.000Z'),
    promise(22, 'arrive', '2026-11-22T05:00:00.000Z'),
    promise(23, 'resolve', '2026-11-22T09:00:00.000Z'),
  ],
  publicToken: 'tok_en-of-request-1',
  handOff: {
    handOffId: id(24),
    subject: { kind: 'request', id: requestId },
    from: 'intake',
    to: 'dispatch',
    offeredAt: nine,
    acceptBy: '2026-11-22T01:30:00.000Z',
  },
};

const { handOff: _, ...report } = received;
export const joined: EventOf<typeof RequestJoined>['data'] = {
  ...report,
  requestId: id(13),
  number: 'FR-20261122-0002',
  reportedBy: { name: '赵丽华', phone: '13800000002', email: null },
  promises: report.promises.slice(0, 1),
  publicToken: 'tok_en-of-request-2',
  joinedTo: { requestId, number: received.number },
};

export const enquiry: EventOf<typeof EnquiryReceived>['data'] = {
  ...{ requestId, number: 'RQ-20261122-0001', kind: 'consultation', channel: 'email' },
  ...{ reportedBy: received.reportedBy, customerId: null, customerName: null, siteId: null, siteName: null },
  ...{ equipmentId: null, equipmentName: null, equipmentModel: null, serialNumber: null, category: null },
  ...{ receivedAt: nine, recordedAt: nine, subject: '授权', description: '如何批量授权' },
  ...{ details: { kind: 'consultation' }, promises: [], publicToken: 'tok_en-of-request-3', language: 'zh' },
};

const order = { orderId: id(14), number: 'DO-20261122-0001', requestId };
export const assigned: EventOf<typeof OrderAssigned>['data'] = {
  ...order,
  assignment: 1,
  engineerId: id(15),
  engineerName: '张伟国',
  previousEngineerId: null,
  siteId: id(12),
  siteName: '本部',
  cause: '电源老化',
  nature: 'equipment',
  category: 'access-control',
  location: '3 号楼',
  partsToCarry: [{ partId: id(16), quantity: 1 }],
  toolsToCarry: ['万用表', '螺丝刀'],
  assignedBy: { personId: 'p1', name: '冯立军' },
  assignedAt: nine,
};

export const departed: EventOf<typeof EngineerDeparted>['data'] = {
  ...order,
  requestNumber: received.number,
  engineerId: id(15),
  engineerName: '张伟国',
  siteName: '本部',
  departedAt: '2026-11-22T09:30:00.000Z',
  expectedArrivalAt: '2026-11-22T10:05:00.000Z',
};

export const registered: EventOf<typeof EngineerRegistered>['data'] = {
  engineerId: id(15),
  name: '张伟国',
  phone: '13800020001',
  email: 'zhangweiguo@example.com',
  skills: ['access-control'],
  territories: ['上海浦东'],
  homePlace: '浦东分库',
  joinedOn: '2014-03-10',
};

export const clock: EventOf<typeof PromiseBreached>['data'] = {
  promiseId: id(22),
  requestId,
  requestNumber: received.number,
  promise: 'arrive',
  owner: 'dispatch',
  dueAt: '2026-11-22T05:00:00.000Z',
  at: '2026-11-22T05:00:00.000Z',
};

export const overdue: EventOf<typeof HandOffOverdue>['data'] = {
  handOffId: id(24),
  requestId,
  from: 'intake',
  to: 'dispatch',
  acceptBy: '2026-11-22T01:30:00.000Z',
  at: '2026-11-22T01:30:00.000Z',
};
