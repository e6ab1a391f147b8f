import { describe, expect, it } from '@jest/globals';
import { assignOrder, getProgress, getSession } from '@pledge/contracts/http';
import { allowed } from './policy.js';

describe('who may', () => {
  it('is what the contract of the route says', () => {
    expect(allowed(assignOrder.may, 'dispatcher')).toBe(true);
    expect(allowed(assignOrder.may, 'engineer')).toBe(false);
    expect(allowed(assignOrder.may, null)).toBe(false);
  });
  it('may be anyone, or anyone who is signed in', () => {
    expect(allowed(getProgress.may, null)).toBe(true);
    expect(allowed(getSession.may, null)).toBe(false);
    expect(allowed(getSession.may, 'inspector')).toBe(true);
  });
});
