import { describe, expect, it } from '@jest/globals';
import { isSecure, isSessionToken, sessionCookie } from './session-cookie.js';

describe('the session cookie', () => {
  it('is bound to its host under TLS', () => {
    expect(sessionCookie(true)).toEqual({
      name: '__Host-pledge',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    });
  });
  it('has a plain name where a browser would refuse the prefix', () => {
    expect(sessionCookie(false).name).toBe('pledge');
    expect(sessionCookie(false).options.secure).toBe(false);
  });
  it.each([
    [false, undefined, false],
    [false, 'http', false],
    [false, 'https', true],
    [false, 'https, http', true],
    [true, undefined, true],
  ])('always secure: %s, proxy says %s → %s', (always, proto, secure) => expect(isSecure(always, proto)).toBe(secure));
  it.each(['', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}'`, undefined])('is no token: %s', (text) =>
    expect(isSessionToken(text)).toBe(false),
  );
  it('is a token of 43 characters', () => expect(isSessionToken('a'.repeat(43))).toBe(true));
});
