import type { Category } from '@pledge/contracts';

/** An open fault at the site of a new report. */
export interface OpenFault {
  readonly requestId: string;
  readonly number: string;
  readonly equipmentId: string | null;
  readonly category: Category;
  readonly receivedAt: string;
}

/**
 * The open fault that a new report tells of again: the same equipment; or, where either names none, the same category at the same
 * site. Two pieces of equipment that are both named are two faults. The oldest one owns the problem.
 */
export function sameFault(
  report: { readonly equipmentId: string | null; readonly category: Category },
  openAtSite: readonly OpenFault[],
): OpenFault | undefined {
  const oldestFirst = openAtSite.toSorted((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
  return (
    oldestFirst.find((open) => report.equipmentId !== null && open.equipmentId === report.equipmentId) ??
    oldestFirst.find(
      (open) => (report.equipmentId === null || open.equipmentId === null) && open.category === report.category,
    )
  );
}

/** What one live request at a time may stand for, as the database holds it: the equipment, else the category at the site. */
export const liveKeyOf = (report: {
  readonly equipmentId: string | null;
  readonly siteId: string;
  readonly category: Category;
}): string => report.equipmentId ?? `${report.siteId}/${report.category}`;
