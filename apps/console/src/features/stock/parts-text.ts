import type { TFunction } from 'i18next';

interface Line {
  readonly name: string;
  readonly quantity: number;
}

/** One part and how many of it. */
export const lineText = ({ name, quantity }: Line): string => `${name} × ${String(quantity)}`;

/** Parts and how many of each, in one line. */
export const partsText = (lines: readonly Line[], t: TFunction): string =>
  lines.map(lineText).join(t('punctuation.comma'));
