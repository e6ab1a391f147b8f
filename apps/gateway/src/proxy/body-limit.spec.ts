import { describe, expect, it } from '@jest/globals';
import { bodyLimitOf } from './body-limit.js';

const megabyte = 1024 * 1024;

describe('what a body may have', () => {
  it('is a megabyte, and more only where a route takes more', () => {
    expect(bodyLimitOf('intake', 'POST', '/requests')).toBe(megabyte);
    expect(bodyLimitOf('intake', 'POST', '/attachments?x=1')).toBe(26 * megabyte);
    expect(bodyLimitOf('intake', 'POST', '/attachments/')).toBe(26 * megabyte);
    expect(bodyLimitOf('intake', 'POST', '/inbound/mails')).toBe(36 * megabyte);
    expect(bodyLimitOf('intake', 'POST', '/inbound/faxes')).toBe(36 * megabyte);
  });
  it.each([
    ['dispatch', 'POST', '/attachments'],
    ['intake', 'GET', '/attachments'],
    ['intake', 'POST', '/attachments/018f7a52-0000-7000-8000-000000000001'],
    ['intake', 'POST', '/x/attachments'],
    ['intake', 'POST', '/inbound/calls'],
  ] as const)('of %s %s %s is no more', (service, method, address) =>
    expect(bodyLimitOf(service, method, address)).toBe(megabyte),
  );
});
