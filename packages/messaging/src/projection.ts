import type { DataSource, EntityManager } from 'typeorm';
import type { Cause } from './cause.js';
import { claim } from './claim.js';

/**
 * Writes this department's copy of what another one said, once per cause.
 * @param locks names to lock first, where several events write the same row
 * @returns false where it was written before
 */
export function projection(
  db: DataSource,
  cause: Cause,
  write: (tx: EntityManager, now: string) => Promise<unknown>,
  locks: readonly string[] = [],
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { fresh, now } = await claim(tx, cause, locks);
    if (fresh) await write(tx, now);
    return fresh;
  });
}
