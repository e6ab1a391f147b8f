import type { DataSource, EntityManager } from 'typeorm';
import { entriesOf } from '../journal.js';
import type { Cause } from './cause.js';
import { locksOfCause, locksOn, lookAt } from './inbox.js';
import { Session } from './session.js';

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
  return Session.run(db, async (session) => {
    const look = lookAt([cause]);
    const [, seen = []] = await session.flush([locksOn([...locksOfCause(cause), ...locks]), look]);
    const { now, handled } = look.read(seen);
    const isFresh = !handled(cause);
    if (isFresh) await write(session.manager, now);
    await session.commit(isFresh ? [entriesOf([noEventsOf(cause)], now, false)] : []);
    return isFresh;
  });
}

const noEventsOf = (cause: Cause) => ({
  cause,
  record: null,
  about: null,
  version: null,
  events: [],
  view: undefined,
});
