import { describe, expect, it } from '@jest/globals';
import { enquiryKind } from '@pledge/contracts';
import { enquiryBody, faultBody } from '@pledge/contracts/http';
import { bodyOf } from './report-body.js';

const values = {
  channel: 'hotline',
  reportedBy: { name: '王敏', phone: '13800000001' },
  customerId: '018f7a52-0000-7000-8000-000000000001',
  siteId: '018f7a52-0000-7000-8000-000000000002',
  occurredAt: '2026-11-22T18:05',
  description: '读卡无响应',
  nature: 'equipment',
  category: 'access-control',
  location: '一层',
  impact: 'partial',
  measuresTaken: ' ',
} as const;

describe('what a report sends', () => {
  it('is what the contract takes', () => {
    expect(faultBody.safeParse(bodyOf(values)).success).toBe(true);
  });
  it('has instants for times, and nothing for what was left empty', () => {
    const body = bodyOf(values);
    expect(body).toHaveProperty('occurredAt', '2026-11-22T10:05:00.000Z');
    expect(body).not.toHaveProperty('receivedAt');
    expect(body).not.toHaveProperty('measuresTaken');
    expect(body).not.toHaveProperty('equipmentId');
  });
  it('says of what reached us by mail whom to answer, and which envelope it settles', () => {
    const body = bodyOf(
      { ...values, reportedBy: { name: '王敏', phone: '', email: 'wang@example.com' } },
      '018f7a52-0000-7000-8000-000000000009',
    );
    expect(body.reportedBy).toEqual({ name: '王敏', email: 'wang@example.com' });
    expect(body.envelopeId).toBe('018f7a52-0000-7000-8000-000000000009');
    expect(faultBody.safeParse(body).success).toBe(true);
  });
  it('says what was decided about a likely twin, of whatever kind', () => {
    const first = '018f7a52-0000-7000-8000-000000000007';
    const decided = { ...values, twin: { choice: 'separate', reason: '另一扇门' } } as const;
    expect(bodyOf(decided, null, 'separate')).toHaveProperty('twin', { decision: 'separate', reason: '另一扇门' });
    expect(faultBody.safeParse(bodyOf(decided, null, 'separate')).success).toBe(true);
    expect(bodyOf(decided, null, 'rule')).not.toHaveProperty('twin');
    expect(bodyOf({ ...decided, kind: 'consultation' }, null, first)).toHaveProperty('twin', {
      ...{ decision: 'join', requestId: first },
    });
  });
  it('names what is missing by the field of the contract', () => {
    const { error } = faultBody.safeParse(bodyOf({}));
    const fields = error?.issues.map(({ path }) => path.join('/')) ?? [];
    expect(fields).toEqual(expect.arrayContaining(['channel', 'reportedBy/phone', 'description']));
  });
});

describe('what an enquiry sends', () => {
  const details = {
    againstDepartment: 'dispatch',
    againstPerson: '李工',
    demand: '请当面说明',
    aboutRequestId: '018f7a52-0000-7000-8000-000000000008',
    forDepartment: 'support',
    now: '开门要 3 秒',
    wanted: '开门不超过 1 秒',
    documentWanted: '操作手册',
    software: '门禁平台',
    versionNow: '3.1',
    versionWanted: ' ',
  } as const;

  it.each(enquiryKind.options)('is for %s what the contract takes, and nothing of another kind', (kind) => {
    const body = bodyOf({ ...values, kind, details });
    const { data, error } = enquiryBody.strict().safeParse(body);
    expect(error).toBeUndefined();
    expect(data?.details).toMatchObject('details' in body ? body.details : {});
    expect(body).toMatchObject({ kind, subject: '读卡无响应', details: { kind } });
    expect(body).not.toHaveProperty('impact');
  });
  it('may come from somebody we do not know', () => {
    const stranger = { ...values, kind: 'suggestion', customerId: undefined, siteId: undefined } as const;
    expect(enquiryBody.safeParse(bodyOf(stranger)).success).toBe(true);
  });
  it('names a detail that is missing by its field', () => {
    const { error } = enquiryBody.safeParse(bodyOf({ ...values, kind: 'performance', details: { now: '慢' } }));
    expect(error?.issues.map(({ path }) => path.join('/'))).toEqual(['details/wanted']);
  });
});
