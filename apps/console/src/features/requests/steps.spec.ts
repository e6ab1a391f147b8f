import { describe, expect, it } from '@jest/globals';
import type { Request } from '@pledge/contracts/http';
import { comesBack, openAtFirst, stepsOf } from './steps.js';

const offer = { at: '2026-11-22T10:00:00Z', acceptBy: '2026-11-22T10:30:00Z', chosen: null };
const answer = { by: { personId: 'p', name: '林小雨' }, text: '在路上', respondedAt: '2026-11-22T10:00:00Z' };
const referral = (state: NonNullable<Request['referral']>['state']) =>
  ({ questionId: 'q', department: 'support', state, reason: null, answer: null, ...offer }) as const;
const fault = { kind: 'fault', status: 'received', answer: null, missing: [], referral: null, disputed: null } as const;
const enquiry = { ...fault, kind: 'consultation' } as const;

describe('what can be done with a fault', () => {
  it('is to answer it, and to pin down what is missing', () => {
    expect(stepsOf({ ...fault, missing: ['impact'] })).toEqual(['respond', 'complete']);
    expect(stepsOf({ ...fault, status: 'responded', answer })).toEqual([]);
  });
  it('is to take it out of what it was joined to', () => {
    expect(stepsOf({ ...fault, status: 'joined', answer })).toEqual(['undo-join']);
  });
  it('is to confirm it once it is repaired', () => {
    expect(stepsOf({ ...fault, status: 'resolved', answer })).toEqual(['confirm']);
  });
  it('is to report it again where the user disputes the repair', () => {
    const disputed = { by: '王敏', note: '又断电了', at: '2026-11-24T10:00:00Z' };
    const repaired = { ...fault, status: 'resolved', answer, disputed } as const;
    expect(stepsOf(repaired)).toEqual(['report-again', 'confirm']);
    expect(openAtFirst({ ...repaired, waitingFor: 'us' })).toBe('report-again');
    expect(stepsOf({ ...enquiry, status: 'responded', answer, disputed })).toEqual(['refer', 'confirm']);
  });
  it('is nothing when it is closed', () => {
    expect(stepsOf({ ...fault, status: 'closed', answer, missing: ['cause'] })).toEqual([]);
  });
});

describe('what can be done with an enquiry', () => {
  it('is to answer it or to refer it, and to confirm it when it is answered', () => {
    expect(stepsOf(enquiry)).toEqual(['respond', 'refer']);
    expect(stepsOf({ ...enquiry, status: 'responded', answer })).toEqual(['refer', 'confirm']);
  });
  it('is to answer it and to take it out of what it was joined to, where the rest is done', () => {
    expect(stepsOf({ ...enquiry, status: 'joined' })).toEqual(['respond', 'undo-join']);
    expect(stepsOf({ ...enquiry, status: 'joined', answer })).toEqual(['undo-join']);
    expect(stepsOf({ ...enquiry, kind: 'complaint', status: 'joined', answer })).toEqual(['undo-join']);
  });
  it.each(['offered', 'accepted'] as const)('is only to answer it while a department has it: %s', (state) => {
    expect(stepsOf({ ...enquiry, referral: referral(state) })).toEqual(['respond']);
    expect(stepsOf({ ...enquiry, status: 'responded', answer, referral: referral(state) })).toEqual([]);
  });
  it.each(['declined', 'answered'] as const)('is to refer it again when the department is done: %s', (state) => {
    expect(stepsOf({ ...enquiry, referral: referral(state) })).toEqual(['respond', 'refer']);
  });
  it.each(['complaint', 'suggestion'] as const)('is to hand a %s over rather than to refer it', (kind) => {
    expect(stepsOf({ ...enquiry, kind })).toEqual(['respond', 'hand-over']);
  });
});

describe('the step that is open at first', () => {
  it('is the answer, where it is our move', () => {
    expect(openAtFirst({ ...fault, waitingFor: 'us' })).toBe('respond');
    expect(openAtFirst({ ...enquiry, waitingFor: 'department' })).toBeNull();
  });
});

describe('what comes back when a join is undone', () => {
  it('is promised from when it first reached us', () => {
    expect(comesBack('2026-11-22T10:00:00.000Z', { arriveMinutes: 240, resolveMinutes: 480 })).toEqual([
      { promise: 'arrive', dueAt: '2026-11-22T14:00:00.000Z' },
      { promise: 'resolve', dueAt: '2026-11-22T18:00:00.000Z' },
    ]);
  });
});
