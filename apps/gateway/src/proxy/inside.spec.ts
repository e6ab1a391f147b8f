import { describe, expect, it } from '@jest/globals';
import { isInside } from './inside.js';

const prefix = '/api/intake';

describe('what a department answers inside the stack only', () => {
  it.each([
    '/health',
    '/health/ready',
    '/metrics',
    '/openapi.json',
    '/HEALTH/live',
    '/%4Detrics',
    '//health',
    '/a/..%2fmetrics',
  ])('is %s, however it is written', (path) => expect(isInside(`${prefix}${path}`, prefix)).toBe(true));
  it.each(['', '/', '/requests', '/healths', '/requests/health', '/requests?after=/health', '/openapi', '/%2568ealth'])(
    'is not %s',
    (path) => expect(isInside(`${prefix}${path}`, prefix)).toBe(false),
  );
});
