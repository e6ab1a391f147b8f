import { folded, gramsOf, wordsOf } from './grams.js';

/** A question to the knowledge base, as it is looked for. */
export interface Asked {
  /** What must all stand in the article. */
  readonly words: readonly string[];
  /** Those of them that the index alone cannot be sure of. */
  readonly unsure: readonly string[];
  /** What much of should stand in it, where people ask in whole sentences; empty where that says too little. */
  readonly grams: readonly string[];
  /** Letters that may be pinyin initials of a title. */
  readonly initials: string | null;
}

/** What people say around their question; it stands in no title. */
const around =
  /请问|您好|你好|怎么办|怎么样|怎样|怎么|如何|为什么|为何|什么|是不是|能不能|可不可以|有没有|一下|老是|总是|经常|一直|突然|现在|只能|我们|你们|几|的|了|吗|呢|\b(?:how|what|why|when|where|is|are|do|does|did|can|could|to|the|an?|of|in|on|at|it|its|our|my|we|and|or|with|for|please)\b/gu;
const fewest = 2;

export function askedOf(q: string): Asked {
  const words = wordsOf(q);
  const told = wordsOf(folded(q).replaceAll(around, ' '));
  const grams = [...new Set(told.flatMap(gramsOf))];
  const letters = folded(q).trim();
  return {
    words,
    unsure: words.filter((word) => !gramsOf(word).includes(word)),
    grams: grams.length >= fewest ? grams : [],
    initials: /^[a-z0-9]{2,20}$/u.test(letters) ? letters : null,
  };
}
