import { Refusal } from '@pledge/kernel';
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

export type Verdict = 'park' | 'retry';

/** What a failure means on the bus: refused and malformed will not get better by themselves, anything else may. */
export function verdictOn(failure: unknown): Verdict {
  const hopeless = [Refusal, z.ZodError, SyntaxError, IdempotencyKeyReused];
  return hopeless.some((kind) => failure instanceof kind) ? 'park' : 'retry';
}
