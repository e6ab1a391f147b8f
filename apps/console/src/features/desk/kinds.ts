import type { EnquiryKind, RequestKind } from '@pledge/contracts';
import type { DetailValues, ReportValues } from './draft.js';

type DetailName = keyof DetailValues;

/** What each kind asks for besides subject and content, in the order in which it is asked. */
export const detailsAsked: Readonly<Record<EnquiryKind, readonly DetailName[]>> = {
  consultation: [],
  complaint: ['aboutRequestId', 'againstDepartment', 'againstPerson', 'demand'],
  suggestion: ['forDepartment'],
  performance: ['now', 'wanted'],
  'how-to': ['documentWanted'],
  status: ['aboutRequestId'],
  upgrade: ['software', 'versionNow', 'versionWanted'],
};

/** What a request of the kind cannot be without. */
export const detailsDemanded: readonly DetailName[] = ['now', 'wanted', 'software'];

export const kindOf = ({ kind = 'fault' }: ReportValues): RequestKind => kind;

const subjectLength = 60;

/** As a reader counts them: none is cut in two. */
const charactersOf = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);

/** What was typed as the subject, else how the content begins: a caller is not kept waiting for a headline. */
export function subjectOf({ subject, description }: ReportValues): string {
  const typed = subject?.trim();
  if (typed) return typed;
  const [line = ''] = (description?.trim() ?? '').split(/\n/u);
  const shown = charactersOf(line.trim());
  return shown.length > subjectLength ? `${shown.slice(0, subjectLength - 1).join('')}…` : shown.join('');
}
