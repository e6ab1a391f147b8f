import type { ReactNode } from 'react';
import type { Say } from '../use-say.js';

/** One column of a list: a line, and perhaps a second one under it. */
export interface Column<Row> {
  /** The name of the field whose word heads the column. */
  readonly key: string;
  /** Its part of the width, beside those of the others. */
  readonly share: number;
  readonly kind?: 'time' | 'amount';
  /**
   * Where it stands in the card that a row becomes on a phone, `both` with its second line; a column without a
   * place there is not shown on narrow screens either.
   */
  readonly phone?: 'title' | 'line' | 'both' | 'due' | 'state';
  readonly cell: (row: Row, say: Say) => ReactNode;
  readonly under?: (row: Row, say: Say) => ReactNode;
}

/** A view of a list: a word for part of its query. */
export interface View {
  readonly word: string;
  readonly query: Readonly<Record<string, string>>;
}
