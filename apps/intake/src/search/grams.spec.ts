import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { folded, gramQuery, gramsIn, gramsOf, wordsOf } from './grams.js';

const character = fc.constantFrom(...Array.from('读卡器门禁𠮷Ａａ1-AB c２%_'));
const text = fc.array(character, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
const asked = (word: string) => gramQuery([word])?.slice(1, -1).split("' & '") ?? [];

describe('the grams of a word', () => {
  it('are every two characters, three where they are ASCII', () =>
    expect(gramsOf('读卡器ac4000')).toEqual(['读卡', '卡器', '器a', 'ac4', 'c40', '400', '000']));
  it('are asked for so that each character is touched, and no oftener', () => {
    expect(asked('门禁控制器')).toEqual(['门禁', '控制', '制器']);
    expect(asked('ac4000')).toEqual(['ac4', '000']);
    expect(asked('门禁控制器读卡')).toEqual(['门禁', '控制', '器读', '读卡']);
    expect(gramQuery(['门'])).toBeNull();
  });
  it('of a long word are asked for from all over it, eight of them', () => {
    expect(asked('火灾报警控制器光模块漏报')).toEqual(['火灾', '报警', '控制', '器光', '模块', '漏报']);
    const long = String.fromCodePoint(...Array.from({ length: 300 }, (_, n) => 0x4e_00 + n));
    expect(asked(long)).toHaveLength(8);
  });
  it('that are asked for are in the index of every text that has the word', () => {
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        const held = new Set(gramsIn(folded(before + word + after)));
        return wordsOf(word)
          .flatMap(asked)
          .every((gram) => held.has(gram));
      }),
      { numRuns: 2_000 },
    );
  });
});
