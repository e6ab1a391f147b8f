import type { Store } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import type { Placed } from './shelves.js';
import type { Purchase, Reservation } from './situation.js';
import { holdsOf, takenOf } from './situation.js';

interface Row {
  readonly orderId: string;
  readonly requestId: string;
  readonly status: Exclude<Reservation['status'], 'none'>;
  readonly assignment: number;
  readonly missing: Extract<Reservation, { status: 'short' }>['missing'];
  readonly unaccounted: Extract<Reservation, { status: 'short' }>['unaccounted'];
  readonly reservedAt: Date;
  readonly version: number;
}

interface Line {
  readonly partId: string;
  readonly placeId: string;
  readonly held: number;
  readonly taken: number;
}

/** Where purchase orders are kept. */
export interface PurchaseOrders {
  of(tx: EntityManager, orderId: string): Promise<readonly Purchase[]>;
  keep(tx: EntityManager, orderId: string, requestId: string, purchases: readonly Purchase[]): Promise<void>;
}

/** Keeps the reservation and moves the stock by what changed in it, so that the shelves always are the sum of the reservations. */
export const reservationStore = (purchaseOrders: PurchaseOrders): Store<Reservation> => ({
  async load(tx, reservationId) {
    const [row] = await tx.query<Row[]>(
      `select order_id as "orderId", request_id as "requestId", status, assignment, missing, unaccounted,
         reserved_at as "reservedAt", version
       from reservation where reservation_id = $1`,
      [reservationId],
    );
    if (!row) return undefined;
    const lines = await linesOf(tx, reservationId);
    const purchases = await purchaseOrders.of(tx, row.orderId);
    return { state: situationOf(row, lines, purchases), version: row.version };
  },

  async save(tx, reservationId, state, version) {
    if (state.status === 'none') throw new Error(`reservation ${reservationId} cannot be undone`);
    const before = await linesOf(tx, reservationId);
    await tx.query(
      `insert into reservation (reservation_id, order_id, request_id, status, assignment, missing, unaccounted,
         reserved_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (reservation_id) do update set status = excluded.status, assignment = excluded.assignment,
         missing = excluded.missing, unaccounted = excluded.unaccounted, reserved_at = excluded.reserved_at,
         version = excluded.version`,
      [
        reservationId,
        state.orderId,
        state.requestId,
        state.status,
        state.assignment,
        JSON.stringify(state.status === 'short' ? state.missing : []),
        JSON.stringify(state.unaccounted),
        state.reservedAt,
        version,
      ],
    );
    const after = linesIn(state);
    await replaceLines(tx, reservationId, after);
    await moveStock(tx, before, after);
    await purchaseOrders.keep(tx, state.orderId, state.requestId, state.purchases);
  },
});

const linesOf = (tx: EntityManager, reservationId: string): Promise<Line[]> =>
  tx.query(
    `select part_id as "partId", place_id as "placeId", held, taken
     from reservation_line where reservation_id = $1 order by part_id, place_id`,
    [reservationId],
  );

async function replaceLines(tx: EntityManager, reservationId: string, lines: readonly Line[]): Promise<void> {
  await tx.query('delete from reservation_line where reservation_id = $1', [reservationId]);
  await tx.query(
    `insert into reservation_line (reservation_id, part_id, place_id, held, taken)
     select $1, "partId", "placeId", held, taken
     from jsonb_to_recordset($2::jsonb) as line ("partId" uuid, "placeId" uuid, held int, taken int)`,
    [reservationId, JSON.stringify(lines)],
  );
}

async function moveStock(tx: EntityManager, before: readonly Line[], after: readonly Line[]): Promise<void> {
  const moves = [...after, ...before.map((line) => ({ ...line, held: -line.held, taken: -line.taken }))];
  await tx.query(
    `update stock s set reserved = s.reserved + move.held, on_hand = s.on_hand - move.taken
     from (
       select "partId" as part_id, "placeId" as place_id, sum(held)::int as held, sum(taken)::int as taken
       from jsonb_to_recordset($1::jsonb) as line ("partId" uuid, "placeId" uuid, held int, taken int)
       group by 1, 2
     ) as move
     where (s.part_id, s.place_id) = (move.part_id, move.place_id) and (move.held <> 0 or move.taken <> 0)`,
    [JSON.stringify(moves)],
  );
}

function linesIn(state: Reservation): readonly Line[] {
  const lines = new Map<string, Line>();
  const add = ({ partId, placeId }: Placed, held: number, taken: number): void => {
    const key = `${partId} ${placeId}`;
    const known = lines.get(key) ?? { partId, placeId, held: 0, taken: 0 };
    lines.set(key, { ...known, held: known.held + held, taken: known.taken + taken });
  };
  for (const line of holdsOf(state)) add(line, line.quantity, 0);
  for (const line of takenOf(state)) add(line, 0, line.quantity);
  return [...lines.values()];
}

function situationOf(row: Row, lines: readonly Line[], purchases: readonly Purchase[]): Reservation {
  const { status, missing, version: _version, ...about } = row;
  const amounts = (of: 'held' | 'taken'): readonly Placed[] =>
    lines.flatMap(({ partId, placeId, [of]: quantity }) => (quantity > 0 ? [{ partId, placeId, quantity }] : []));
  const book = { ...about, reservedAt: about.reservedAt.toISOString(), taken: amounts('taken'), purchases };
  switch (status) {
    case 'reserved':
      return { ...book, status, holds: amounts('held') };
    case 'short':
      return { ...book, status, holds: amounts('held'), missing };
    case 'consumed':
    case 'released':
      return { ...book, status };
  }
}
