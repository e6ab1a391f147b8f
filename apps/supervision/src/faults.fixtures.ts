import type { EventOf } from '@pledge/contracts/events';
import { RequestReceived } from '@pledge/contracts/events';
import type { Received } from '@pledge/messaging';
import { faultPromises, workCalendar } from '@pledge/promises';
import { v7 as newId } from 'uuid';

const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });

/** A fault that reached us some hours ago, by the clock of the machine the database runs on. */
export function faultOf(hoursAgo: number): Received<typeof RequestReceived> {
  const requestId = newId();
  const receivedAt = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  const terms = { respondMinutes: 60, arriveMinutes: 240, resolveMinutes: 480 };
  const data: EventOf<typeof RequestReceived>['data'] = {
    requestId,
    number: `FR-${requestId.slice(-4)}`,
    kind: 'fault',
    channel: 'hotline',
    reportedBy: { name: '王敏', phone: '13800000001', email: null },
    customerId: newId(),
    customerName: '申江医院',
    siteId: newId(),
    siteName: '门诊楼',
    siteAddress: '浦东新区',
    territory: '浦东',
    equipmentId: null,
    equipmentName: null,
    equipmentModel: null,
    serialNumber: null,
    receivedAt,
    recordedAt: receivedAt,
    occurredAt: null,
    description: '主机重启',
    cause: null,
    nature: 'equipment',
    category: 'access-control',
    location: '3 号楼',
    impact: 'partial',
    measuresTaken: null,
    entitlement: { state: null, endsOn: null, chargeable: false },
    promises: faultPromises({ receivedAt, terms, calendar, newId }),
    publicToken: newId(),
    handOff: {
      handOffId: newId(),
      subject: { kind: 'request', id: requestId },
      from: 'intake',
      to: 'dispatch',
      offeredAt: receivedAt,
      acceptBy: new Date(Date.parse(receivedAt) + 1_800_000).toISOString(),
    },
  };
  return { ...RequestReceived.of(data), id: newId(), sequence: 1, at: receivedAt, source: 'intake' };
}
