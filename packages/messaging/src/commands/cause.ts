import type { Actor } from '@pledge/kernel';

/** Who asked, and the key that makes asking twice the same as asking once. */
export interface Cause {
  /** `person:<id>`, `anyone`, `reaction:<name>`, `timer:<kind>` or `demo`. */
  readonly by: string;
  /** The idempotency key of a request, or the id of the event that was heard. Unique together with `by`. */
  readonly key: string;
  /**
   * Under whose name the key counts besides: used there for something else, the cause is refused. For what a person may also ask
   * without being signed in, so that a session that ends between two attempts makes no second cause of the second.
   */
  readonly alsoBy?: { readonly by: string; readonly key: string };
  /** The person, for the journal. */
  readonly actor?: { readonly personId: string; readonly name: string; readonly role: string };
  /** The person, for the rules. */
  readonly caller?: Actor;
  /** Hash of what was asked; the same key with another fingerprint is refused (`idempotency-key-reused`). */
  readonly fingerprint?: string;
  /** The version the person saw (`If-Match`); another one is refused with `StaleVersion`. */
  readonly expectedVersion?: number;
  /** W3C trace context of what caused it. */
  readonly traceparent?: string;
  /** True where somebody waits for the record as it now is. */
  readonly wantsView?: boolean;
}

/** The same cause for a further command on another record, told apart by `part`; the version the person saw is not that one's. */
export const partOf = ({ expectedVersion: _, alsoBy: _also, ...cause }: Cause, part: string): Cause => ({
  ...cause,
  key: `${cause.key}/${part}`,
});
