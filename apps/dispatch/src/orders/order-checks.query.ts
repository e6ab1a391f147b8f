import type { CallerIdentity } from '@pledge/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** How long leaving waits for the news from parts, which takes milliseconds while both are up. */
const patience = { forMs: 3_000, everyMs: 50 } as const;

export const gateSql = `
select o.status <> 'accepted' or o.record #> '{task,exception}' <> 'null' or o.record #> '{task,partsToCarry}' = '[]'
  or r.assignment is not distinct from o.assignment as settled
from dispatch_order o left join reservation_replica r using (order_id) where o.order_id = $1`;

/** Comes back when parts has said whether what the order carries is set aside, or after a moment. */
export async function untilPartsAnswered(db: Pick<DataSource, 'query'>, orderId: string): Promise<void> {
  const until = performance.now() + patience.forMs;
  while (performance.now() < until) {
    const [order] = await db.query<{ settled: boolean }[]>(gateSql, [orderId]);
    if (order?.settled !== false) return;
    await pause(patience.everyMs);
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** An engineer sees the orders in their own name. */
export const ordersOf = ({ role, personId }: CallerIdentity) =>
  role === 'engineer'
    ? (at: (value: unknown) => string) => (uuid.test(personId) ? `o.engineer_id = ${at(personId)}` : 'false')
    : undefined;
