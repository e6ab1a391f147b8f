import type { EnquiryKind } from '@pledge/contracts';
import { EnquiryReceived } from '@pledge/contracts/events';
import { workCalendar } from '@pledge/promises';
import { enquiry } from './enquiry.js';
import type { EnquiryCommand, EnquiryEvent, Told } from './situation.js';

export const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
export const requestId = '01996f00-0000-7000-8000-000000000001';
export const by = { personId: 'agent-1', name: '林小雨' };
export const ten = '2026-03-02T02:00:00.000Z';
export const eleven = '2026-03-02T03:00:00.000Z';
export const ids = {
  promiseId: '01996f00-0000-7000-8000-000000000002',
  publicToken: 'token-token-token',
  envelopeId: '01996f00-0000-7000-8000-000000000003',
};
export const nothing = {
  ...{ customerId: null, customerName: null, siteId: null, siteName: null },
  ...{ equipmentId: null, equipmentName: null, equipmentModel: null, serialNumber: null },
};
export const detailsOf = (kind: EnquiryKind): Told['details'] => {
  switch (kind) {
    case 'complaint':
      return { kind, againstDepartment: null, againstPerson: null, demand: null, aboutRequestId: null };
    case 'suggestion':
      return { kind, forDepartment: null };
    case 'performance':
      return { kind, now: '识别要 3 秒', wanted: '1 秒以内' };
    case 'how-to':
      return { kind, documentWanted: null };
    case 'status':
      return { kind, aboutRequestId: null };
    case 'upgrade':
      return { kind, software: '门禁管理平台', versionNow: null, versionWanted: null };
    case 'consultation':
      return { kind };
  }
};

export const asking = (kind: EnquiryKind = 'consultation', receivedAt?: string): EnquiryCommand => ({
  type: 'receive',
  requestId,
  report: {
    kind,
    channel: 'hotline',
    language: 'zh',
    reportedBy: { name: '王敏', phone: '13800000001', email: null },
    subject: '门禁卡如何批量授权',
    description: '新员工三百人，逐张授权太慢',
    details: detailsOf(kind),
    ...(receivedAt !== undefined && { receivedAt }),
  },
  reportedBy: { name: '王敏', phone: '13800000001', email: null },
  recordedBy: by,
  asked: { customerId: null, siteId: null, equipmentId: null },
  ids,
  calendar,
  known: {
    number: 'RQ-20260302-0001',
    about: { ...nothing, category: null, respondMinutes: null },
    envelopeReceivedAt: null,
    ...{ said: null, twin: null },
  },
});
export const received = (kind: EnquiryKind = 'consultation'): EnquiryEvent => {
  const [fact] = enquiry.decide(asking(kind), enquiry.initial, ten);
  if (fact?.type !== EnquiryReceived.type) throw new Error('nothing was received');
  return fact;
};
export type Refer = Extract<EnquiryCommand, { type: 'refer' }>;
export const respond: EnquiryCommand = { type: 'respond', requestId, by, text: '可在平台批量导入' };
export const line = { kind: 'consultation', category: null, department: 'support' } as const;
export const refer = (toldBy = '2026-03-02T08:00:00.000Z', change: Partial<Refer> = {}): EnquiryCommand => ({
  type: 'refer',
  requestId,
  by,
  department: 'support',
  question: '三百张卡能否一次授权？',
  reason: '手册里没有写',
  toldBy,
  ids: {
    questionId: '01996f00-0000-7000-8000-000000000004',
    promiseId: '01996f00-0000-7000-8000-000000000005',
    handOffId: '01996f00-0000-7000-8000-000000000006',
  },
  calendar,
  routed: { edition: 3, line },
  ...change,
});
export const handOver: EnquiryCommand = {
  type: 'hand-over',
  requestId,
  by,
  handled: '已致歉',
  handOffId: '01996f00-0000-7000-8000-000000000007',
  calendar,
};
export const confirm = (
  how: 'user-confirmed' | 'refused' = 'user-confirmed',
  note: string | null = null,
): EnquiryCommand => ({
  type: 'confirm',
  requestId,
  confirmation: { how, by: '王敏', note },
});
export const moves = (state: 'accepted' | 'declined' | 'answered', text: string | null = null): EnquiryCommand => ({
  type: 'referral-moves',
  requestId,
  questionId: '01996f00-0000-7000-8000-000000000004',
  department: 'support',
  by: '侯博文',
  state,
  text,
  at: eleven,
});
export const reassigned: Extract<EnquiryCommand, { type: 'referral-reassigned' }> = {
  type: 'referral-reassigned',
  requestId,
  questionId: '01996f00-0000-7000-8000-000000000004',
  department: 'archives',
  by: '林小雨',
  at: eleven,
  acceptBy: '2026-03-02T03:30:00.000Z',
};
export const factsOf = (command: EnquiryCommand, ...before: EnquiryEvent[]) =>
  enquiry.decide(
    command,
    before.reduce((state, fact) => enquiry.evolve(state, fact), enquiry.initial),
    eleven,
  );
export const first = {
  requestId: '01996f00-0000-7000-8000-000000000009',
  number: 'RQ-20260302-0000',
  customerId: null,
};
export const joinedTo = { requestId: first.requestId, number: first.number };
export type Receive = Extract<EnquiryCommand, { type: 'receive' }>;
export function askedAgain(known: Partial<Receive['known']>, twin?: Receive['report']['twin']): EnquiryCommand {
  const again = asking() as Receive;
  const more = { ...again.known, ...known } as NonNullable<Receive['known']>;
  return { ...again, known: more, report: { ...again.report, ...(twin && { twin }) } };
}
