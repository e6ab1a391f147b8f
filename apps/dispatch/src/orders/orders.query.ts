import type { CallerIdentity, InputOf } from '@pledge/contracts';
import type { listOrders, Order } from '@pledge/contracts/http';
import { decodeCursor, pageOf } from '@pledge/service-host';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Known, OrderCommand } from './order-commands.js';
import type { OrderRow, PartName } from './order-view.js';
import { orderView, partIdsOf } from './order-view.js';
import type { OrderQuestions, PageOfOrders } from './orders.commands.js';
import type { PartsNews } from './parts-standing.js';

type Asking = Pick<EntityManager, 'query'>;

const rowsSql = `
select o.order_id as "orderId", o.status, o.record, o.version, o.opened_at as "openedAt",
  e.phone as "engineerPhone",
  case when r.order_id is not null then jsonb_build_object('assignment', r.assignment, 'state', r.state, 'missing', r.missing) end as news,
  coalesce(r.lines, '[]') as "setAside", coalesce(c.lines, '[]') as consumed,
  case when r.state = 'short' and r.assignment = o.assignment then p.number end as "purchaseOrderNumber",
  coalesce((
    select jsonb_agg(to_jsonb(s)) from support_copy s
    where s.support_request_id in (
      select (asked ->> 'supportRequestId')::uuid from jsonb_array_elements(o.record -> 'opened' -> 'support') as asked)
  ), '[]') as support
from dispatch_order o
left join engineer e using (engineer_id)
left join reservation_copy r on r.order_id = o.order_id
left join consumption_copy c on c.order_id = o.order_id
left join purchase_order_copy p on p.purchase_order_id = r.purchase_order_id`;

async function viewsOf(db: Asking, rows: readonly OrderRow[]): Promise<Order[]> {
  const wanted = [...new Set(rows.flatMap(partIdsOf))];
  const names: PartName[] =
    wanted.length === 0
      ? []
      : await db.query('select part_id as "partId", name, model from part_copy where part_id = any($1)', [wanted]);
  const byId = new Map(names.map((name) => [name.partId, name]));
  return rows.map((row) => orderView(row, byId));
}

async function oneOrder(db: Asking, orderId: string): Promise<Order | undefined> {
  const rows: OrderRow[] = await db.query(`${rowsSql} where o.order_id = $1`, [orderId]);
  const [view] = await viewsOf(db, rows);
  return view;
}

/** The record as it is, in its contract's shape; for a command that has just changed it. */
export async function changedOrder(tx: EntityManager, orderId: string): Promise<Order> {
  const view = await oneOrder(tx, orderId);
  if (!view) throw new Error(`order ${orderId} is not there`);
  return view;
}

const cursorShape = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

async function pageOfOrders(
  db: Asking,
  query: InputOf<typeof listOrders>['query'],
  caller: CallerIdentity,
): Promise<PageOfOrders> {
  const after = decodeCursor(query.cursor, cursorShape);
  const values: unknown[] = [];
  const conditions: string[] = [];
  const where = (condition: (...places: string[]) => string, ...given: readonly unknown[]) => {
    conditions.push(condition(...given.map((value) => `$${values.push(value)}`)));
  };
  if (caller.role === 'engineer') where((me) => `o.engineer_id = ${me}`, personUuid(caller));
  if (query.requestId !== undefined) where((id) => `o.request_id = ${id}`, query.requestId);
  if (query.status !== undefined) where((status) => `o.status = ${status}`, query.status);
  if (query.engineerId !== undefined) where((id) => `o.engineer_id = ${id}`, query.engineerId);
  if (query.open !== undefined) conditions.push(query.open ? `o.status <> 'closed'` : `o.status = 'closed'`);
  if (query.q) where((like) => `o.search like ${like}`, `%${query.q.toLowerCase().replace(/[\\%_]/gu, '\\$&')}%`);
  if (after) where((at, id) => `(o.opened_at, o.order_id) < (${at}::timestamptz, ${id}::uuid)`, ...after);
  const filter = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const limit = `$${values.push(query.limit + 1)}`;
  const rows: OrderRow[] = await db.query(
    `${rowsSql} ${filter} order by o.opened_at desc, o.order_id desc limit ${limit}`,
    values,
  );
  const { items, nextCursor } = pageOf<OrderRow>({
    items: rows,
    limit: query.limit,
    cursorOf: ({ openedAt, orderId }) => [openedAt.toISOString(), orderId],
  });
  return { items: await viewsOf(db, items), nextCursor };
}

const nobody = '00000000-0000-0000-0000-000000000000';
const personUuid = ({ personId }: CallerIdentity) => (z.uuid().safeParse(personId).success ? personId : nobody);

async function newsOf(db: Asking, orderId: string): Promise<PartsNews | null> {
  const [news]: PartsNews[] = await db.query(
    'select assignment, state, missing from reservation_copy where order_id = $1',
    [orderId],
  );
  return news ?? null;
}

export function orderQuestions(db: DataSource): OrderQuestions {
  return {
    async concerned(orderId) {
      const rows: { customerId: string; engineerId: string | null }[] = await db.query(
        'select customer_id as "customerId", engineer_id as "engineerId" from dispatch_order where order_id = $1',
        [orderId],
      );
      return rows[0];
    },
    one: (orderId) => oneOrder(db, orderId),
    page: (query, caller) => pageOfOrders(db, query, caller),
    async signature(orderId) {
      const rows: { image: string }[] = await db.query('select image from order_signature where order_id = $1', [
        orderId,
      ]);
      return rows[0]?.image ?? null;
    },
  };
}

const numberSql = `
with drawn as (select nextval('dispatch_order_number')::text as n)
select 'DO-' || to_char($1::timestamptz at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(n, greatest(4, length(n)), '0') as number
from drawn`;

/** Hands a command what its rule must know, read under the order's lock. */
export async function informOrder(
  tx: EntityManager,
  orderId: string,
  command: OrderCommand,
  now: string,
): Promise<OrderCommand> {
  if (command.type === 'open') {
    const [drawn]: { number: string }[] = await tx.query(numberSql, [now]);
    return drawn ? { ...command, number: drawn.number } : command;
  }
  const engineers: Known['engineer'][] =
    command.type === 'assign'
      ? await tx.query('select engineer_id as "engineerId", name from engineer where engineer_id = $1', [
          command.engineerId,
        ])
      : [];
  return { ...command, known: { news: await newsOf(tx, orderId), engineer: engineers[0] ?? null } };
}
