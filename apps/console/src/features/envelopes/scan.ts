/** What stands in the way of a file, or of all of them together. */
export type ScanProblem = 'none' | 'too-many' | 'too-large' | 'empty';

const mostPages = 20;
const largestBytes = 25 * 1024 * 1024;

interface Page {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** Why the pages cannot be sent, before a byte of them is. */
export function problemOf(pages: readonly Page[]): ScanProblem | null {
  if (pages.length === 0) return 'none';
  if (pages.length > mostPages) return 'too-many';
  if (pages.some(({ size }) => size === 0)) return 'empty';
  return pages.some(({ size }) => size > largestBytes) ? 'too-large' : null;
}

const keyOf = ({ name, size, lastModified }: Page) => `${name}/${size}/${lastModified}`;

/** Those that were chosen and what is chosen now, each file once, in the order of choosing. */
export function withMore<File extends Page>(before: readonly File[], more: readonly File[]): readonly File[] {
  const known = new Map([...before, ...more].map((page) => [keyOf(page), page]));
  return [...known.values()];
}
