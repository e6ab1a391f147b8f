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

/**
 * What one live request at a time may stand for, as the database holds it: the equipment, else the category at the site. A fault whose
 * category was told later has a key of its own: another may have had that of the category before.
 */
export function liveKeyOf(
  report: {
    readonly requestId: string;
    readonly equipmentId: string | null;
    readonly siteId: string;
    readonly category: Category;
  },
  completed: readonly { readonly facts: Readonly<Record<string, unknown>> }[],
): string {
  if (report.equipmentId !== null) return report.equipmentId;
  const place = `${report.siteId}/${report.category}`;
  return completed.some(({ facts }) => 'category' in facts) ? `${place}/${report.requestId}` : place;
}
