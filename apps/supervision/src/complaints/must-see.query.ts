import type { CallerIdentity } from '@pledge/contracts';
import { NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { complaintsSeenBy, isSeen } from './complaints-seen.js';

/** @throws {NotFound} where the request is a complaint that is not for the caller to read */
export async function mustSee(db: EntityManager, requestId: string, caller: CallerIdentity): Promise<void> {
  const [row] = await db.query<{ seen: boolean }[]>(`select ${isSeen('$1::uuid', '$2')} as seen`, [
    requestId,
    complaintsSeenBy(caller),
  ]);
  if (row?.seen !== true) throw new NotFound();
}
