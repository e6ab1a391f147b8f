import { openSync } from 'fontkit';

/** Stands for a character the font has no glyph of, as printers have marked it since lead type. */
export const missingMark = '〓';

export interface Legible {
  /** The text with what cannot be printed replaced by `missingMark`. */
  (text: string): string;
  /** What was replaced so far, each once, as `U+20BB7`. */
  readonly missing: ReadonlySet<string>;
}

/** Makes texts legible in a font, and remembers what it could not print. */
export function legibleIn(fontPath: string): () => Legible {
  const font = openSync(fontPath);
  const known = new Map<number, boolean>();
  const printable = (codePoint: number): boolean => {
    // pdfkit draws a box for every character outside the Basic Multilingual Plane, whatever the font holds.
    if (codePoint > 0xffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return false;
    const answer = known.get(codePoint) ?? font.hasGlyphForCodePoint(codePoint);
    known.set(codePoint, answer);
    return answer;
  };
  return () => {
    const missing = new Set<string>();
    const legible = (text: string): string =>
      Array.from(withoutInvisible(text), (character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        if (character === '\n' || printable(codePoint)) return character;
        missing.add(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
        return missingMark;
      }).join('');
    return Object.assign(legible, { missing });
  };
}

/** Line ends as one, tabs as spaces; controls, joiners, marks of direction and variation selectors have no shape of their own. */
const withoutInvisible = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, '  ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '');
