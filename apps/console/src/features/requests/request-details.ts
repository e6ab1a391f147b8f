import type { EnquiryDetails } from '@pledge/contracts';

export interface DetailFact {
  readonly name: string;
  readonly kind: 'text' | 'department';
  readonly value: string;
}

const departments: readonly string[] = ['againstDepartment', 'forDepartment'];
const unshown: readonly string[] = ['kind', 'aboutRequestId'];

/** What a request of its kind says beside its words; what nobody said is left out. */
export const detailFactsOf = (details: EnquiryDetails | null): readonly DetailFact[] =>
  Object.entries(details ?? {}).flatMap(([name, value]) =>
    unshown.includes(name) || value === null
      ? []
      : [{ name, kind: departments.includes(name) ? ('department' as const) : ('text' as const), value }],
  );

const longestTitle = 80;

/** What stands on top of the page: the subject, or as much of the description as a heading takes. */
export function titleOf({ subject, description }: { readonly subject: string | null; readonly description: string }) {
  const [first = ''] = (subject ?? description).split('\n', 1);
  const signs = Array.from(first);
  return signs.length > longestTitle ? `${signs.slice(0, longestTitle).join('')}…` : first;
}
