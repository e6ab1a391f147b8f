import { describe, expect, it } from '@jest/globals';
import { standingDispute } from './disputes.js';

const dispute = { by: '刘敏', note: '还是报警', at: '2026-11-20T10:00:00.000Z', answeredAt: null };
const fault = { kind: 'fault', status: 'resolved', confirmation: null };
const question = { kind: 'consultation', status: 'responded', confirmation: null };

describe('what a user disputes', () => {
  it('stands against a repair until they confirm one after that', () => {
    expect(standingDispute(dispute, fault)).toBe(dispute);
    expect(standingDispute(dispute, { ...fault, confirmation: { at: '2026-11-20T09:00:00.000Z' } })).toBe(dispute);
    expect(standingDispute(dispute, { ...fault, confirmation: { at: '2026-11-20T10:00:00.000Z' } })).toBeNull();
  });
  it('is not settled by words where it is about a repair', () =>
    expect(standingDispute({ ...dispute, answeredAt: '2026-11-20T11:00:00.000Z' }, fault)).not.toBeNull());
  it('stands against an answer until they are answered again', () => {
    expect(standingDispute(dispute, question)).toBe(dispute);
    expect(standingDispute({ ...dispute, answeredAt: '2026-11-20T11:00:00.000Z' }, question)).toBeNull();
  });
  it('stands no more once the request is closed or open again', () => {
    for (const status of ['closed', 'received', 'joined']) {
      expect(standingDispute(dispute, { ...fault, status })).toBeNull();
      expect(standingDispute(dispute, { ...question, status })).toBeNull();
    }
    expect(standingDispute(null, fault)).toBeNull();
  });
});
