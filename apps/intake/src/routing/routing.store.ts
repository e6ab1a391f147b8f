import type { Person } from '@pledge/contracts';
import type { RoutingLine } from '@pledge/contracts/http';
import type { Store } from '@pledge/messaging';
import type { RoutingTable } from './routing.js';

interface EditionRow {
  readonly version: number;
  readonly lines: RoutingLine[];
  readonly by: Person | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** There is one table; every edition of it is kept, and the last one counts. */
export const routingStore: Store<RoutingTable> = {
  async load(tx) {
    const [row] = await tx.query<EditionRow[]>(
      'select version, lines, by, reason, at from routing_edition order by version desc limit 1',
    );
    if (!row) return undefined;
    const { version, lines, by, reason, at } = row;
    return { state: { lines, by, reason, at: at.toISOString() }, version };
  },

  async save(tx, _routingId, { lines, by, reason, at }, version) {
    await tx.query('insert into routing_edition (version, lines, by, reason, at) values ($1, $2, $3, $4, $5)', [
      version,
      JSON.stringify(lines),
      by && JSON.stringify(by),
      reason,
      at,
    ]);
  },
};
