/** The pattern for ILIKE that holds the words of a question in their order; null where nothing is asked. */
export function patternOf(asked: string | undefined): string | null {
  const words = (asked ?? '').split(/[\s\0]+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  return `%${words.map((word) => word.replaceAll(/[\\%_]/gu, '\\$&')).join('%')}%`;
}

/** The same for a phone number as it is written by hand; null where the question is no number of at least three digits. */
export function phonePatternOf(asked: string | undefined): string | null {
  if (!/^\+?[\d\s-]+$/u.test(asked ?? '')) return null;
  const digits = (asked ?? '').replaceAll(/\D/gu, '');
  return digits.length < 3 ? null : `%${digits}%`;
}
