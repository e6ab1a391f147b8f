/** The pattern for LIKE of a phone number as it is written by hand; null where it is no number of at least three digits. */
export function phonePattern(asked: string | undefined): string | null {
  if (!/^\+?[\d\s-]+$/u.test(asked ?? '')) return null;
  const digits = (asked ?? '').replaceAll(/\D/gu, '');
  return digits.length < 3 ? null : `%${digits}%`;
}
