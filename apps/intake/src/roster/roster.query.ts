import type { CallerIdentity, Channel, Role } from '@pledge/contracts';
import type { OpenMatter, Shift } from '@pledge/contracts/http';
import { maskedPhone, NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';
import type { PlannedShift } from './shift.js';
import type { Stretch } from './stretch.js';

interface ViewRow {
  readonly shift_id: string;
  readonly kind: Shift['kind'];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly people: Shift['people'];
  readonly handed_over: Shift['handedOver'];
  readonly changed: Shift['changed'];
  readonly version: number;
}

const viewSql = 'select shift_id, kind, starts_at, ends_at, people, handed_over, changed, version from shift';

const view = (row: ViewRow): Shift => ({
  id: row.shift_id,
  kind: row.kind,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  people: row.people,
  handedOver: row.handed_over,
  changed: row.changed,
  version: row.version,
});

const callsThem: readonly Role[] = ['agent', 'seat-supervisor', 'dispatcher', 'customer-specialist', 'manager'];

/** Phones for those who call them; what was handed over is the company's own. */
export function shownTo(shift: Shift, caller: CallerIdentity): Shift {
  if (callsThem.includes(caller.role)) return shift;
  const outside = caller.customerId !== null;
  const people = shift.people.map(({ personId, name, phone }) => ({
    personId,
    name,
    phone: outside || phone === null ? null : maskedPhone(phone),
  }));
  return { ...shift, people, handedOver: outside ? null : shift.handedOver, changed: outside ? null : shift.changed };
}

/** Those that reach into a stretch, in order. */
export async function shiftsIn(db: EntityManager, { from, to }: Stretch): Promise<Shift[]> {
  const rows = await db.query<ViewRow[]>(
    `${viewSql} where status <> 'cancelled' and starts_at < $2 and starts_at > $1::timestamptz - interval '24 hours'
       and ends_at > $1 order by starts_at, shift_id`,
    [from, to],
  );
  return rows.map(view);
}

/** Null also where it was taken out of the roster. */
export async function shiftFound(db: EntityManager, shiftId: string): Promise<Shift | null> {
  const [row] = await db.query<ViewRow[]>(`${viewSql} where shift_id = $1 and status <> 'cancelled'`, [shiftId]);
  return row ? view(row) : null;
}

/** @throws {NotFound} also where it was taken out of the roster */
export async function shiftOf(db: EntityManager, shiftId: string): Promise<Shift> {
  const found = await shiftFound(db, shiftId);
  if (!found) throw new NotFound();
  return found;
}

export async function shiftsOfPlan(db: EntityManager, planId: string): Promise<Shift[]> {
  const rows = await db.query<ViewRow[]>(`${viewSql} where plan_id = $1 order by starts_at, shift_id`, [planId]);
  return rows.map(view);
}

export async function shiftsOfSwap(db: EntityManager, swapId: string): Promise<Shift[]> {
  const rows = await db.query<ViewRow[]>(`${viewSql} where swap_id = $1 order by starts_at, shift_id`, [swapId]);
  return rows.map(view);
}

/** As the rules take them. */
export async function plannedIn(db: EntityManager, stretch: Stretch): Promise<PlannedShift[]> {
  return (await shiftsIn(db, stretch)).map(({ id: shiftId, kind, startsAt, endsAt, people }) => ({
    shiftId,
    kind,
    startsAt,
    endsAt,
    people,
  }));
}

interface OpenRow {
  readonly type: OpenMatter['type'];
  readonly id: string;
  readonly number: string | null;
  readonly channel: Channel;
  readonly who: string | null;
  readonly received_at: Date;
  readonly due_at: Date | null;
  readonly overdue: boolean;
  readonly total: number;
}

const mostListed = 200;
const openSql = `
  with open as (
    select case needs when 'call-back' then 'call-back' else 'envelope' end as type, envelope_id as id, null as number, channel,
      coalesce(sender ->> 'name', found ->> 'customerName') as who, received_at, due_at
    from envelope where status = 'waiting'
    union all
    select 'request', request_id, number, report ->> 'channel', report #>> '{reportedBy,name}', received_at,
      (select min((p ->> 'dueAt')::timestamptz) from jsonb_array_elements(report -> 'promises') p where p ->> 'promise' = 'respond')
    from request where answer is null and status in ('received', 'joined')
  )
  select *, coalesce(due_at <= clock_timestamp(), false) as overdue, count(*) over ()::int as total
  from open order by due_at nulls last, received_at, id limit ${mostListed}`;

/** What a shift that ends now leaves to the next one; all are counted, the most urgent are listed. */
export async function openMatters(db: EntityManager): Promise<{ items: OpenMatter[]; count: number }> {
  const rows = await db.query<OpenRow[]>(openSql);
  const items = rows.map(({ received_at: receivedAt, due_at: dueAt, total: _, ...row }) => ({
    ...row,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }));
  return { items, count: rows[0]?.total ?? 0 };
}
