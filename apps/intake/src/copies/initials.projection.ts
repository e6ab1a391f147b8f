import { pinyin } from 'pinyin-pro';

const mostSpellings = 8;
const longest = 40;

/**
 * Under which letters a name is found by pinyin initials: every reading of a character that has several, each from every
 * character on, so that the beginning of a key is any part of the name.
 */
export function initialKeys(name: string, known: readonly string[] = []): string[] {
  const folded = name.normalize('NFKC').toLowerCase().slice(0, longest);
  const keys = new Set<string>();
  for (const spelling of [...known.map((letters) => letters.toLowerCase()), ...spellings(folded)]) {
    for (let from = 0; from < spelling.length; from += 1) keys.add(spelling.slice(from));
  }
  return [...keys].sort();
}

function spellings(name: string): string[] {
  let found = [''];
  for (const character of name) {
    const letters = lettersOf(character);
    if (letters.length === 0) continue;
    const more = found.length * letters.length > mostSpellings ? letters.slice(0, 1) : letters;
    found = found.flatMap((begun) => more.map((letter) => begun + letter));
  }
  return found;
}

/** The commonest reading first. */
function lettersOf(character: string): string[] {
  if (/[a-z0-9]/u.test(character)) return [character];
  if (!/\p{Script=Han}/u.test(character)) return [];
  const readings = pinyin(character, { pattern: 'first', toneType: 'none', multiple: true, type: 'array' });
  return [...new Set(readings.filter((letter) => /^[a-z]$/u.test(letter)))];
}

/** Keys as a `tsvector` is written. */
export const lexemes = (keys: readonly string[]): string =>
  keys.map((key) => `'${key.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');
