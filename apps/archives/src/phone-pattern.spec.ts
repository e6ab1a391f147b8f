import { describe, expect, it } from '@jest/globals';
import { patternOf, phonePatternOf } from './search-words.js';

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
    expect(patternOf(asked)).toBe(pattern);
  });
});

describe('the pattern of a phone number', () => {
  it.each([
    ['138 0001-0010', '%13800010010%'],
    ['0010', '%0010%'],
    ['13', null],
    ['HY-AC4000', null],
    ['', null],
    [undefined, null],
  ])('of %p is %p', (asked, pattern) => {
    expect(phonePatternOf(asked)).toBe(pattern);
  });
});
