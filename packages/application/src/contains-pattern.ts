/** The pattern for ILIKE that holds the words of a question in their order; null where nothing is asked. */
export function containsPattern(asked: string | undefined): string | null {
  const words = (asked ?? '').split(/[\s\0]+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  return `%${words.map((word) => word.replaceAll(/[\\%_]/gu, '\\$&')).join('%')}%`;
}
