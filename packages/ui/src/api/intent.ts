/** What a person wants, and the version of the record that was on the screen when they wanted it. */
export interface Wanted {
  readonly input: unknown;
  readonly ifMatch?: number | undefined;
}

/** What was sent, under which key, and with which version. */
export interface Intent {
  readonly key: string;
  readonly said: string;
  readonly ifMatch?: number | undefined;
}

/**
 * What to send for what a person wants now: the last attempt once more, where that had no answer and said the same, else a
 * fresh one. The version is no part of what is said: the first attempt itself may have raised it, and a live update shows
 * that before the button is pressed again.
 */
export function intentFor({ input, ifMatch }: Wanted, unanswered: Intent | null, freshKey: () => string): Intent {
  const said = JSON.stringify(input);
  return unanswered?.said === said ? unanswered : { key: freshKey(), said, ifMatch };
}

/** An intent as it was kept; `null` for what is none. */
export function intentFrom(value: unknown): Intent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, said, ifMatch } = value as Readonly<Record<string, unknown>>;
  if (typeof key !== 'string' || typeof said !== 'string') return null;
  return { key, ...pairIn(said), ...(typeof ifMatch === 'number' && { ifMatch }) };
}

/** Intents kept by earlier releases say input and version as a pair; an input by itself is never a list. */
function pairIn(said: string): Pick<Intent, 'said' | 'ifMatch'> {
  let read: unknown;
  try {
    read = JSON.parse(said);
  } catch {
    return { said };
  }
  if (!Array.isArray(read)) return { said };
  const [input, ifMatch] = read as readonly unknown[];
  return { said: JSON.stringify(input), ...(typeof ifMatch === 'number' && { ifMatch }) };
}
