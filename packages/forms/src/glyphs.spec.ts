import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { legibleIn } from './glyphs.js';

const family = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const reader = legibleIn(join(family, '400Regular', 'NotoSansSC_400Regular.ttf'));

describe('what a font cannot print', () => {
  it('is marked where it stands, and listed once', () => {
    const legible = reader();
    expect(legible('𠮷野家的𠮷😀')).toBe('〓野家的〓〓');
    expect([...legible.missing]).toEqual(['U+20BB7', 'U+1F600']);
  });
  it('is also a lone half of a pair, and a letter of a script it does not hold', () => {
    const legible = reader();
    expect(legible('a\ud842b ก')).toBe('a〓b 〓');
    expect([...legible.missing]).toEqual(['U+D842', 'U+0E01']);
  });
  it('is nothing in what people usually write', () => {
    const legible = reader();
    expect(legible('更换 PS-1250A × 2（浦东分库），℃ Ω ±5%\n次日复查')).toBe(
      '更换 PS-1250A × 2（浦东分库），℃ Ω ±5%\n次日复查',
    );
    expect(legible.missing.size).toBe(0);
  });
  it('leaves out what has no shape', () => {
    expect(reader()('a\u200bb\ufe0fc\u0007\r\nd\te')).toBe('abc\nd  e');
  });
  it('is remembered a form at a time', () => {
    reader()('𠮷');
    expect(reader().missing.size).toBe(0);
  });
});
