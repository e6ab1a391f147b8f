import { describe, expect, it } from '@jest/globals';
import { phonePattern } from './phone-pattern.js';

describe('the pattern of a phone number', () => {
  it.each([
    ['138 0001-0010', '%13800010010%'],
    ['0010', '%0010%'],
    ['13', null],
    ['HY-AC4000', null],
    ['', null],
    [undefined, null],
  ])('of %p is %p', (asked, pattern) => {
    expect(phonePattern(asked)).toBe(pattern);
  });
});
