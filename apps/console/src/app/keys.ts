/** What a key asks for, wherever one is on the page. */
export type Asked = 'palette' | 'help';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/** `?` is a character like any other where somebody types. */
export function askedBy({ key, ctrlKey, metaKey, altKey, isComposing }: Pressed, typing: boolean): Asked | null {
  if (isComposing || altKey) return null;
  if (key.toLowerCase() === 'k' && ctrlKey !== metaKey) return 'palette';
  return key === '?' && !typing && !ctrlKey && !metaKey ? 'help' : null;
}
