import type { ReactNode } from 'react';

export type Tone = 'calm' | 'warn' | 'bad' | 'good' | 'info';

/** A state in a word, on a wash of its colour. */
export const Tag = ({ tone, children }: Readonly<{ tone: Tone; children: ReactNode }>) => (
  <span className={`tag ${tone}`}>{children}</span>
);
