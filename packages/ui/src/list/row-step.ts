import type { Step } from '../record/step.js';

/** A command that a row offers where its record has no page: a button, then its form. */
export interface RowStep<Row> {
  readonly step: Step<Row>;
  readonly params: (row: Row) => Readonly<Record<string, string>>;
  /** Which rows offer it; all unless told. */
  readonly offered?: (row: Row) => boolean;
}
