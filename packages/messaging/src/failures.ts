import { NotYetReceived, Refusal } from '@pledge/kernel';
import { z } from 'zod';

/** The record is not as the person saw it; carries how it is now. */
export class StaleVersion<View = unknown> extends Error {
  override readonly name = 'StaleVersion';

  constructor(
    readonly expected: number,
    readonly version: number,
    /** `undefined` where there is no such record yet. */
    readonly view: View | undefined,
  ) {
    super('stale-version');
  }
}

/** The same key was used for something else before. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';

  constructor() {
    super('idempotency-key-reused');
  }
}

/** An event of a version, or with a value, that a later version of this service will know: during a rolling upgrade. */
export class NotYetUnderstood extends Error {
  override readonly name = 'NotYetUnderstood';
}

export type Verdict = 'dead' | 'retry' | 'wait';

/**
 * What a failure means on the bus. Refused and malformed will not get better by themselves; what depends on an event of another stream,
 * or on a later version of this service, waits for it; anything else is tried a few times.
 */
export function verdictOn(failure: unknown): Verdict {
  if (failure instanceof NotYetReceived || failure instanceof NotYetUnderstood) return 'wait';
  const hopeless = [Refusal, z.ZodError, SyntaxError, IdempotencyKeyReused];
  return hopeless.some((kind) => failure instanceof kind) ? 'dead' : 'retry';
}
