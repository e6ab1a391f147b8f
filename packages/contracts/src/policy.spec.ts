import { describe, expect, it } from '@jest/globals';
import { addNote, assignOrder, getProgress, getSession, reportRequest, signOut } from './http/index.js';
import { mayCall } from './policy.js';

describe('who may call a route', () => {
  it('is who its contract names', () => {
    expect(mayCall(assignOrder, ['dispatcher'])).toBe(true);
    expect(mayCall(assignOrder, ['engineer'])).toBe(false);
    expect(mayCall(assignOrder, ['engineer', 'dispatcher'])).toBe(true);
    expect(mayCall(assignOrder, null)).toBe(false);
  });
  it('may be anyone, or anyone who is signed in', () => {
    expect(mayCall(getProgress, null)).toBe(true);
    expect(mayCall(reportRequest, null)).toBe(true);
    expect(mayCall(getSession, null)).toBe(false);
    expect(mayCall(getSession, ['inspector'])).toBe(true);
  });
  it('is no inspector, where something is written', () => {
    expect(mayCall(addNote, ['inspector'])).toBe(false);
    expect(mayCall(reportRequest, ['inspector'])).toBe(false);
    expect(mayCall(addNote, ['inspector', 'agent'])).toBe(true);
    expect(mayCall(signOut, ['inspector'])).toBe(true);
  });
});
