import { describe, expect, it } from '@jest/globals';
import { containsPattern } from './contains-pattern.js';

describe('the pattern of a question', () => {
  it.each([
    ['医院', '%医院%'],
    ['  东海  医院 ', '%东海%医院%'],
    ['100%', '%100\\%%'],
    ['a_b\\c', '%a\\_b\\\\c%'],
    ['nul\0byte', '%nul%byte%'],
    ['', null],
    ['   ', null],
    [undefined, null],
  ])('of %p is %p', (asked, pattern) => {
    expect(containsPattern(asked)).toBe(pattern);
  });
});
