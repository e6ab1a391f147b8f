import type { TFunction } from 'i18next';

interface Line {
  readonly name: string;
  readonly quantity: number;
}

/** Parts and how many of each, in one line. */
export const partsText = (lines: readonly Line[], t: TFunction): string =>
  lines.map(({ name, quantity }) => `${name} × ${String(quantity)}`).join(t('punctuation.comma'));
