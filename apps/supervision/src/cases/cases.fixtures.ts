import type { HandedOver } from './case-state.js';

/** A complaint as the hotline hands it over. */
export const complaint = (change: Partial<HandedOver> = {}): HandedOver => {
  const requestId = change.requestId ?? '018f7a52-0000-7000-8000-000000000001';
  return {
    requestId,
    number: 'CP-20261126-0001',
    kind: 'complaint',
    channel: 'hotline',
    reportedBy: { name: '王敏', phone: '13800138000', email: null },
    customerId: null,
    customerName: '申江医院',
    subject: '工程师迟到',
    description: '约好九点，十一点才到，也没有电话。',
    details: {
      kind: 'complaint',
      againstDepartment: 'dispatch',
      againstPerson: '张伟国',
      demand: '书面道歉',
      aboutRequestId: null,
    },
    handled: '已致歉',
    receivedAt: '2026-11-26T01:00:00.000Z',
    handedOverBy: { personId: 'p-agent', name: '林小雨' },
    handedOverAt: '2026-11-26T01:10:00.000Z',
    handOff: {
      handOffId: '018f7a52-0000-7000-8000-000000000002',
      subject: { kind: 'request', id: requestId },
      from: 'intake',
      to: 'supervision',
      offeredAt: '2026-11-26T01:10:00.000Z',
      acceptBy: '2026-11-26T01:40:00.000Z',
    },
    ...change,
  };
};
