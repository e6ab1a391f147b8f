import { describe, expect, it } from '@jest/globals';
import type { UnsafeRequest } from './cross-site.js';
import { crossSiteFault } from './cross-site.js';

const post: UnsafeRequest = {
  method: 'POST',
  host: 'pledge.example',
  origin: 'https://pledge.example',
  publicOrigin: undefined,
  expectedToken: 'right',
  sentToken: 'right',
  same: (a, b) => a === b,
};
const fault = (change: Partial<UnsafeRequest>) => crossSiteFault({ ...post, ...change });

describe('a request that changes something', () => {
  it('passes with the token of its session', () => expect(fault({})).toBeUndefined());
  it('passes without an origin, as programs send it', () => expect(fault({ origin: undefined })).toBeUndefined());
  it.each(['wrong', '', undefined])('is refused with the token %s', (sentToken) =>
    expect(fault({ sentToken })).toBe('csrf-token-wrong'),
  );
  it.each(['DELETE', 'PUT', 'PATCH'])('is checked as %s too', (method) =>
    expect(fault({ method, sentToken: undefined })).toBe('csrf-token-wrong'),
  );
  it('needs no token where nobody is signed in', () =>
    expect(fault({ expectedToken: undefined, sentToken: undefined })).toBeUndefined());
  it.each(['https://evil.example', 'null', 'https://pledge.example.evil', 'https://evil.example@pledge.example', 'x'])(
    'is refused from %s, also where nobody is signed in',
    (origin) => {
      expect(fault({ origin })).toBe('origin-wrong');
      expect(fault({ origin, expectedToken: undefined })).toBe('origin-wrong');
    },
  );
  it('passes from the public origin where a proxy changed the host', () =>
    expect(fault({ host: 'gateway:8080', publicOrigin: 'https://pledge.example' })).toBeUndefined());
  it('is not in question when it only reads', () =>
    expect(fault({ method: 'GET', origin: 'https://evil.example', sentToken: undefined })).toBeUndefined());
});
