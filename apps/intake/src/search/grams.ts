const wide = /\P{ASCII}/u;
const ascii = /[a-z0-9]/u;

/** A text as searches compare it: one width, one case. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The words of a question, as they must all stand in what is found. */
export const wordsOf = (asked: string): string[] =>
  folded(asked)
    .split(/[\s\0]+/u)
    .filter((word) => word !== '');

/**
 * What the index must hold of a word: every two characters that follow one another, three where they are ASCII, as the database's
 * `search_grams` cuts them. Empty where the word is too short for the index.
 */
export function gramsOf(word: string): string[] {
  const characters = Array.from(word);
  const grams = new Set<string>();
  for (const [place, a] of characters.entries()) {
    const b = characters[place + 1] ?? '';
    const c = characters[place + 2] ?? '';
    if (!counts(a) || !counts(b)) continue;
    if (wide.test(a) || wide.test(b)) grams.add(a + b);
    else if (ascii.test(c)) grams.add(a + b + c);
  }
  return [...grams];
}

/** Everything the index holds of a text. */
export const gramsIn = (text: string): string[] => [...new Set(wordsOf(text).flatMap(gramsOf))];

const counts = (character: string) => ascii.test(character) || wide.test(character);

/** The question for the index, that every gram of the words is there; null where no word is long enough for it. */
export function gramQuery(words: readonly string[]): string | null {
  const grams = [...new Set(words.flatMap(gramsOf))];
  return grams.length === 0 ? null : grams.map((gram) => `'${gram}'`).join(' & ');
}

/** The pattern by which `like` finds a word anywhere. */
export const within = (word: string): string => `%${escaped(word)}%`;
/** The pattern by which `like` finds what begins with a word. */
export const beginning = (word: string): string => `${escaped(word)}%`;

const escaped = (word: string) => word.replaceAll(/[\\%_]/gu, String.raw`\$&`);
