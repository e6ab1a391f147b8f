export interface Intent {
  readonly key: string;
  readonly said: string;
}

/**
 * The key for what a person wants now: the one of the last attempt where that had no answer and said the same, else a
 * fresh one. So a repetition after a broken line cannot do the thing twice.
 */
export const intentFor = (said: string, unanswered: Intent | null, freshKey: () => string): Intent =>
  unanswered?.said === said ? unanswered : { key: freshKey(), said };
