import { describe, expect, it } from '@jest/globals';
import { mayConfirm } from './confirming.js';

describe('whether the user is asked if it works', () => {
  it.each([
    ['received', false],
    ['responded', false],
    ['joined', false],
    ['resolved', true],
    ['closed', false],
  ] as const)('of a fault that is %s: %s', (status, asked) => {
    expect(mayConfirm({ kind: 'fault', status, referral: null })).toBe(asked);
  });
  it.each([
    ['received', null, false],
    ['responded', null, true],
    ['responded', 'offered', false],
    ['responded', 'accepted', false],
    ['responded', 'declined', true],
    ['responded', 'answered', true],
    ['closed', 'answered', false],
  ] as const)('of an enquiry that is %s, with a department that has it %s: %s', (status, state, asked) => {
    expect(mayConfirm({ kind: 'consultation', status, referral: state && { state } })).toBe(asked);
  });
});
