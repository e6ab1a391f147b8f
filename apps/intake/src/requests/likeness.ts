/** How much of the text of a report is compared: what matters is said at its beginning. */
const COMPARED = 400;
const spoken = /[\p{L}\p{N}]/u;

/** From 0 for nothing in common to 1 for the same words; width, case and punctuation do not count. */
export function likeness(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return 1;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  if (pairs.size === 0 || others.size === 0) return 0;
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

const lettersOf = (text: string): string[] =>
  Array.from(text.normalize('NFKC').toLowerCase().slice(0, COMPARED)).filter((character) => spoken.test(character));

const pairsOf = (letters: readonly string[]): Set<string> =>
  new Set(letters.slice(1).map((letter, before) => `${letters[before] ?? ''}${letter}`));
