import { describe, expect, it } from '@jest/globals';
import { isAtLeast } from './binary.js';

describe('the version of a nats-server', () => {
  it.each([
    ['nats-server: v2.9.10', false],
    ['nats-server: v2.10.0', true],
    ['nats-server: v2.11.3-RC.1', true],
    ['nats-server: v3.0.0', true],
    ['nats-server: 1.99', false],
    ['no number', false],
  ])('%s', (printed, enough) => {
    expect(isAtLeast(printed, '2.10')).toBe(enough);
  });
});
