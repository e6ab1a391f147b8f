/** The variables of a text, each once, in order. */
export const variablesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/gu)].map(([, name = '']) => name)),
];

export interface Faults {
  /** No request has these. */
  readonly unknown: readonly string[];
  /** Only one of the languages has these. */
  readonly lopsided: readonly string[];
}

/** What is wrong with a text before it is saved. */
export function faultsOf(text: { readonly zh: string; readonly en: string }, known: readonly string[]): Faults {
  const [zh, en] = [variablesIn(text.zh), variablesIn(text.en)];
  const all = [...new Set([...zh, ...en])];
  return {
    unknown: all.filter((name) => !known.includes(name)),
    lopsided: all.filter((name) => zh.includes(name) !== en.includes(name)),
  };
}
