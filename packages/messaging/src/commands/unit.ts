import type { Cause } from './cause.js';
import type { AnyAggregate } from './aggregate.js';
import type { Question } from './statement.js';

/** One command on one record, for one cause. */
export interface Unit {
  readonly cause: Cause;
  readonly aggregate: AnyAggregate;
  /** Asked first where it must be looked up. */
  readonly id: string | Question<string | undefined>;
  readonly command: { readonly type: string };
  /** True where the record must be there: a person acts on what they see. */
  readonly mustExist?: boolean;
  /**
   * Where an id is looked up and not found: what is not known yet, and the partition key of the event that brings it. Absent where
   * there is nothing to do then.
   */
  readonly awaits?: { readonly what: string; readonly key?: string };
}

/** Units that follow on each other: where one fails, those behind it are not tried, and those before it stay. */
export type Group = readonly Unit[];

/** A record that is not there, or not for the caller to know of. */
export class RecordNotFound extends Error {
  override readonly name = 'RecordNotFound';
}
