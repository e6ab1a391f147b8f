import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { reporter } from './promise.js';
import { isVisible, typedText, withoutTurningSigns } from './typed-text.js';
import { personName, text } from './vocabulary.js';

const unseen: readonly (readonly [what: string, character: string])[] = [
  ['ZERO WIDTH SPACE', '\u200b'],
  ['SOFT HYPHEN', '\u00ad'],
  ['WORD JOINER', '\u2060'],
  ['INVISIBLE TIMES', '\u2062'],
  ['ZERO WIDTH NO-BREAK SPACE', '\ufeff'],
  ['ZERO WIDTH JOINER', '\u200d'],
  ['ZERO WIDTH NON-JOINER', '\u200c'],
  ['HANGUL FILLER', '\u3164'],
  ['HALFWIDTH HANGUL FILLER', '\uffa0'],
  ['HANGUL CHOSEONG FILLER', '\u115f'],
  ['HANGUL JUNGSEONG FILLER', '\u1160'],
  ['BRAILLE PATTERN BLANK', '\u2800'],
  ['COMBINING GRAPHEME JOINER', '\u034f'],
  ['COMBINING ACUTE ACCENT', '\u0301'],
  ['COMBINING ENCLOSING CIRCLE', '\u20dd'],
  ['VARIATION SELECTOR-16', '\ufe0f'],
  ['VARIATION SELECTOR-17', '\u{e0100}'],
  ['TAG LATIN SMALL LETTER A', '\u{e0061}'],
  ['LANGUAGE TAG', '\u{e0001}'],
  ['MONGOLIAN VOWEL SEPARATOR', '\u180e'],
  ['MONGOLIAN FREE VARIATION SELECTOR ONE', '\u180b'],
  ['KHMER VOWEL INHERENT AQ', '\u17b4'],
  ['MUSICAL SYMBOL NULL NOTEHEAD', '\u{1d159}'],
  ['INTERLINEAR ANNOTATION ANCHOR', '\ufff9'],
  ['SPACE', ' '],
  ['NO-BREAK SPACE', '\u00a0'],
  ['IDEOGRAPHIC SPACE', '\u3000'],
  ['HAIR SPACE', '\u200a'],
  ['LINE SEPARATOR', '\u2028'],
  ['TAB', '\t'],
  ['LINE FEED', '\n'],
  ['NEXT LINE', '\u0085'],
  ['RIGHT-TO-LEFT OVERRIDE', '\u202e'],
  ['LEFT-TO-RIGHT ISOLATE', '\u2066'],
  ['LEFT-TO-RIGHT MARK', '\u200e'],
  ['ARABIC LETTER MARK', '\u061c'],
];
const turning = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];
const marks = ['\u200e', '\u200f', '\u061c'];
const visible = [
  '王敏',
  'O’Neill',
  'José',
  'Jose\u0301',
  'علی\u200cرضا',
  '👩\u200d🔧',
  '☎\ufe0f',
  '欧阳\u3000娜娜',
  '\ue000',
  '?',
];

const codeOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(({ code }) => code);

describe('a name nobody can see', () => {
  it.each(unseen)('is empty: %s', (_what, character) => {
    for (const name of [character, character.repeat(7), ` ${character} `]) {
      expect(codeOf(personName(60), name)).toEqual(['too_small']);
      expect(codeOf(text(60), name)).toEqual(['too_small']);
    }
  });

  it('is empty, whatever it is made of', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...unseen.map(([, one]) => one)), { maxLength: 40 }), (characters) => {
        expect(codeOf(personName(60), characters.join(''))).toEqual(['too_small']);
      }),
    ));

  it('is named by its field where somebody reports', () => {
    const told = { name: '\u200b', phone: '13900001234' };
    expect(reporter.safeParse(told).error?.issues.map(({ path }) => path)).toEqual([['name']]);
  });
});

describe('a name one can see', () => {
  it.each(visible)('is kept as it is: %s', (name) => expect(personName(60).parse(name)).toBe(name));

  it('comes out without signs that turn the direction, wherever they stand, and else as it went in', () => {
    const sign = fc.constantFrom(...turning, ...marks);
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, fc.constantFrom(...visible)), { maxLength: 12 }), (parts) => {
        const name = `甲${parts.join('')}乙`;
        const kept = personName(300).parse(name);
        expect(kept).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
        expect(kept).toBe(`甲${parts.filter((part) => visible.includes(part)).join('')}乙`);
        expect(personName(300).parse(kept)).toBe(kept);
      }),
    );
  });

  it('has one line', () => {
    for (const name of ['王敏\n经理', '王敏\r', '王\u2028敏', '王\u0000敏', '王\u001b敏', '王\t敏']) {
      expect([name, personName(60).safeParse(name).success]).toEqual([name, name.trim() === '王敏']);
    }
  });
});

describe('text that people type', () => {
  it('has its direction turned by nothing', () => {
    expect(text(100).parse('abc\u202edef')).toBe('abcdef');
    expect(text(100).parse('\u2067 第一行\n第二行 \u2069')).toBe('第一行\n第二行');
    expect(typedText('a\u200eb')).toBe('ab');
  });

  it('is measured as it is kept', () => {
    expect(text(3).parse('\u202eabc\u202c')).toBe('abc');
    expect(codeOf(text(3), 'abcd')).toEqual(['too_big']);
  });

  it('is as empty as what nobody sees', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const kept = typedText(typed);
        expect(kept === '' || isVisible(kept)).toBe(true);
        expect(withoutTurningSigns(kept)).toBe(kept);
        expect(typedText(kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    ));

  it('is described to programs as a string with its length', () => {
    expect(z.toJSONSchema(text(100), { io: 'input' })).toMatchObject({ type: 'string', minLength: 1, maxLength: 100 });
    expect(z.toJSONSchema(personName(60), { io: 'input' })).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 60,
    });
  });
});
