import type { BoardEntry, getBoard, InputOf } from '@pledge/contracts/http';
import type { CallerIdentity, Department, PromiseState, StampedPromise } from '@pledge/contracts';
import { decodeCursor, NotFound, pageOf } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { complaintsSeenBy, isSeen } from '../complaint-access.js';

interface BoardRow {
  readonly request_id: string;
  readonly number: string;
  readonly kind: BoardEntry['kind'];
  readonly customer_name: string | null;
  readonly site_name: string | null;
  readonly equipment_name: string | null;
  readonly category: BoardEntry['category'];
  readonly impact: BoardEntry['impact'];
  readonly description: string;
  readonly received_at: Date;
  readonly engineer_name: string | null;
  readonly order_number: string | null;
  readonly holder: Department | null;
  readonly held_since: Date | null;
  readonly worst_due_at: Date | null;
  readonly clocks: { state: PromiseState; stamped: StampedPromise; doneAt: string | null }[];
}

/** Requests without a running clock come last. */
const never = '9999-12-31T00:00:00.000Z';

const isOpen = `p.status in ('running', 'at-risk', 'breached')`;

const boardSql = (where: string, limit: string) => `
  with board as (
    select r.*, o.holder, o.held_since, w.worst_due_at, coalesce(w.worst_due_at, '${never}') as rank
    from request_replica r
    left join ownership o using (request_id)
    left join lateral (select min(due_at) as worst_due_at from promise p where p.request_id = r.request_id and ${isOpen}) w on true
    where r.open and r.number is not null
  )
  select board.*,
    (select coalesce(jsonb_agg(jsonb_build_object('state', p.status, 'stamped', p.record -> 'stamped', 'doneAt', p.record -> 'doneAt')
       order by p.due_at), '[]') from promise p where p.request_id = board.request_id) as clocks
  from board ${where} order by rank, request_id limit ${limit}`;

/** @throws {NotFound} where the request is another customer's than the caller's, or a complaint that is not for them to read */
export async function mustBeOwn(db: EntityManager, requestId: string, caller: CallerIdentity): Promise<void> {
  const { customerId } = caller;
  const own =
    customerId === null
      ? await db.query<unknown[]>(`select where ${isSeen('$1::uuid', '$2')}`, [requestId, complaintsSeenBy(caller)])
      : await db.query<unknown[]>('select from request_replica where request_id = $1 and customer_id = $2', [
          requestId,
          customerId,
        ]);
  if (own.length === 0) throw new NotFound();
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Every open request that the caller may read with its clocks, worst first. */
export async function boardOf(db: EntityManager, query: InputOf<typeof getBoard>['query'], caller: CallerIdentity) {
  const values: unknown[] = [];
  const at = (value: unknown) => `$${String(values.push(value))}`;
  const where = [isSeen('board.request_id', at(complaintsSeenBy(caller)))];
  if (query.department) where.push(`holder = ${at(query.department)}`);
  const after = decodeCursor(query.cursor, position);
  if (after) where.push(`(rank, request_id) > (${at(after[0])}, ${at(after[1])})`);
  const sql = boardSql(`where ${where.join(' and ')}`, at(query.limit + 1));
  const rows = await db.query<BoardRow[]>(sql, values);
  const page = pageOf({
    items: rows,
    limit: query.limit,
    cursorOf: (row) => [row.worst_due_at?.toISOString() ?? never, row.request_id],
    itemOf: entryOf,
  });
  return { ...page, counts: await countsOf(db, caller) };
}

function entryOf(row: BoardRow): BoardEntry {
  return {
    requestId: row.request_id,
    number: row.number,
    kind: row.kind,
    customerName: row.customer_name,
    siteName: row.site_name,
    equipmentName: row.equipment_name,
    category: row.category,
    impact: row.impact,
    description: row.description,
    receivedAt: row.received_at.toISOString(),
    holder: row.holder ?? 'intake',
    heldSince: (row.held_since ?? row.received_at).toISOString(),
    engineerName: row.engineer_name,
    orderNumber: row.order_number,
    promises: row.clocks.map(({ state, stamped, doneAt }) => {
      const { promiseId: id, promise, dueAt, atRiskAt, startedAt, provisional, owner } = stamped;
      return {
        id,
        promise,
        state,
        dueAt,
        atRiskAt,
        startedAt,
        provisional,
        owner,
        doneAt,
      };
    }),
    worstDueAt: row.worst_due_at?.toISOString() ?? null,
  };
}

async function countsOf(db: EntityManager, caller: CallerIdentity) {
  const [counts] = await db.query<[{ open: number; at_risk: number; breached: number; paused: number }]>(
    `
    select count(*)::int as open, count(*) filter (where worst = 2)::int as at_risk,
      count(*) filter (where worst = 3)::int as breached, count(*) filter (where paused)::int as paused
    from request_replica r, lateral (
      select max(case p.status when 'running' then 1 when 'at-risk' then 2 when 'breached' then 3 end) as worst,
        coalesce(bool_or(p.status = 'paused'), false) as paused
      from promise p where p.request_id = r.request_id
    ) c where r.open and r.number is not null and ${isSeen('r.request_id', '$1')}`,
    [complaintsSeenBy(caller)],
  );
  return { open: counts.open, atRisk: counts.at_risk, breached: counts.breached, paused: counts.paused };
}
