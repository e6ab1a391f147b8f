import { folded } from './grams.js';

/** What every request is found by, whatever its kind. */
export interface Findable {
  readonly number: string;
  readonly customerName: string | null;
  readonly siteName: string | null;
  readonly equipmentName: string | null;
  readonly equipmentModel: string | null;
  readonly serialNumber: string | null;
  readonly reportedBy: { readonly name: string };
}

/** The searchable words of a request: what it is about, who told it, the digits of their phone, and what they said. */
export const reportWords = (report: Findable, phone: string, said: readonly (string | null)[]): string =>
  folded(
    [
      report.number,
      report.customerName,
      report.siteName,
      report.equipmentName,
      report.equipmentModel,
      report.serialNumber,
      report.reportedBy.name,
      phone,
      ...said,
    ]
      .filter((word) => word !== null)
      .join(' '),
  );
