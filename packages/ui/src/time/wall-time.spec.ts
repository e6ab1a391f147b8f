import { describe, expect, it } from '@jest/globals';
import { instantOf, wallOf } from './wall-time.js';

describe("the company's clock", () => {
  it('is eight hours ahead of UTC', () => {
    expect(wallOf(Date.parse('2026-11-22T17:30:10Z'))).toBe('2026-11-23T01:30');
    expect(instantOf('2026-11-23T01:30')).toBe('2026-11-22T17:30:00.000Z');
  });
  it('shows midnight as 00', () => {
    expect(wallOf(Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23T00:00');
  });
  it('knows what is no time', () => {
    expect(instantOf('')).toBeNull();
    expect(instantOf('2026-13-01T00:00')).toBeNull();
  });
});
