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
export const gramsOf = (word: string): string[] => [...new Set(cut(word).map(({ gram }) => gram))];

/**
 * More say little that these do not, and each costs the index a list to read. Fewer would miss the pairs between two words of the trade,
 * which are the rare ones: with half as many a sentence of twelve characters had twenty times the rows read for it.
 */
const enough = 8;

/** Few of a word's grams, from all over it: what the index is asked; that the whole word is there is asked of the text it finds. */
function fewOf(word: string): string[] {
  let upTo = 0;
  const cuts = cut(word);
  const touching = cuts.filter(({ from, to }, n) => {
    if (from < upTo && n < cuts.length - 1) return false;
    upTo = to;
    return true;
  });
  if (touching.length <= enough) return touching.map(({ gram }) => gram);
  const last = touching.length - 1;
  return touching
    .filter((_, n) => Math.floor((n * (enough - 1)) / last) > Math.floor(((n - 1) * (enough - 1)) / last))
    .map(({ gram }) => gram);
}

function cut(word: string): { gram: string; from: number; to: number }[] {
  const characters = Array.from(word);
  return characters.flatMap((a, from) => {
    const b = characters[from + 1] ?? '';
    const c = characters[from + 2] ?? '';
    if (!counts(a) || !counts(b)) return [];
    if (wide.test(a) || wide.test(b)) return [{ gram: a + b, from, to: from + 2 }];
    return ascii.test(c) ? [{ gram: a + b + c, from, to: from + 3 }] : [];
  });
}

/** Everything the index holds of a text. */
export const gramsIn = (text: string): string[] => [...new Set(wordsOf(text).flatMap(gramsOf))];

const counts = (character: string) => ascii.test(character) || wide.test(character);

/** The question for the index, that few grams of every word are there; null where no word is long enough for it. */
export function gramQuery(words: readonly string[]): string | null {
  const grams = [...new Set(words.flatMap(fewOf))];
  return grams.length === 0 ? null : grams.map((gram) => `'${gram}'`).join(' & ');
}

/** The pattern by which `like` finds a word anywhere. */
export const within = (word: string): string => `%${escaped(word)}%`;
/** The pattern by which `like` finds what begins with a word. */
export const beginning = (word: string): string => `${escaped(word)}%`;

const escaped = (word: string) => word.replaceAll(/[\\%_]/gu, String.raw`\$&`);
