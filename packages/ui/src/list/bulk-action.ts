import type { RouteContract } from '@pledge/contracts';

/** A command that is done with several rows, each by itself. */
export interface BulkAction<Row> {
  readonly route: RouteContract;
  /** What is told of a row beside its name: whether it can be done with it now. */
  readonly can: (row: Row) => boolean;
  readonly input: (row: Row) => Readonly<Record<string, unknown>>;
  readonly version: (row: Row) => number;
}
