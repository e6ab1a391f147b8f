/** What came of a row. */
export type BulkResult =
  | { readonly state: 'waiting' | 'running' | 'done' | 'unanswered' }
  | { readonly state: 'refused' | 'changed'; readonly detail: string };

type Results = ReadonlyMap<string, BulkResult>;

const stateOf = (results: Results, key: string) => results.get(key)?.state ?? 'waiting';

/** Which rows are still to be done: those that nobody has tried, and the one that had no answer. */
export const stillToDo = (results: Results, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => {
    const state = stateOf(results, key);
    return state === 'waiting' || state === 'unanswered';
  });

/** How many rows are done, were refused, and are still open. */
export function tallyOf(results: Results, keys: readonly string[]) {
  const states = keys.map((key) => stateOf(results, key));
  const count = (state: BulkResult['state']) => states.filter((one) => one === state).length;
  return {
    done: count('done'),
    refused: count('refused') + count('changed'),
    open: count('waiting') + count('unanswered') + count('running'),
  };
}
