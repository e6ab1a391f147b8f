import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { EntityManager } from 'typeorm';
import type { Plan } from './plan.js';
import type { HandedOver, OnCallPerson, Planned, Shift } from './shift.js';
import type { Swap } from './swap.js';
import type { Told, Watch } from './watch.js';
import { rosterTimer } from './watch.js';

/** The whole roster: one lock for all that changes it, and the id of its watch. */
export const rosterId = '5b0a7c1e-3d44-5f0e-9d1b-6a2f4c8e7b90';

interface ShiftRow {
  readonly status: Exclude<Shift['status'], 'absent'>;
  readonly kind: Planned['kind'];
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly people: OnCallPerson[];
  readonly handed_over: HandedOver | null;
  readonly version: number;
}

export const shiftStore: Store<Shift> = {
  async load(tx, shiftId) {
    const [row] = await tx.query<ShiftRow[]>(
      'select status, kind, starts_at, ends_at, people, handed_over, version from shift where shift_id = $1',
      [shiftId],
    );
    return row && { state: toState(shiftId, row), version: row.version };
  },

  async save(tx, shiftId, state, version) {
    if (state.status === 'absent') return;
    const { kind, startsAt, endsAt, people } = state.plan;
    const handedOver = state.status === 'handed-over' ? JSON.stringify(state.handedOver) : null;
    const changed = state.status === 'planned' && state.changed ? JSON.stringify(state.changed) : null;
    await tx.query(
      `update shift set status = $2, kind = $3, starts_at = $4, ends_at = $5, people = $6, handed_over = $7,
         changed = coalesce($8::jsonb, changed), version = $9 where shift_id = $1`,
      [shiftId, state.status, kind, startsAt, endsAt, JSON.stringify(people), handedOver, changed, version],
    );
    await lookNow(tx);
  },
};

/** Each shift of a plan is a row of its own from then on. */
export const planStore: Store<Plan> = {
  async load(tx, planId) {
    const [row] = await tx.query<unknown[]>('select 1 from shift where plan_id = $1 limit 1', [planId]);
    return row === undefined ? undefined : { state: { status: 'planned', shifts: [] }, version: 1 };
  },

  async save(tx, planId, state) {
    if (state.status === 'absent') return;
    await tx.query(
      `insert into shift (shift_id, plan_id, status, kind, starts_at, ends_at, people, version)
       select "shiftId", $1, 'planned', kind, "startsAt", "endsAt", people, 1
       from jsonb_to_recordset($2::jsonb)
         as p ("shiftId" uuid, kind text, "startsAt" timestamptz, "endsAt" timestamptz, people jsonb)`,
      [planId, JSON.stringify(state.shifts)],
    );
    await lookNow(tx);
  },
};

/** Both shifts are changed in the transaction that decides on both. */
export const swapStore: Store<Swap> = {
  load: () => Promise.resolve(undefined),

  async save(tx, swapId, state) {
    if (state.status === 'absent') return;
    for (const { shiftId, people } of state.shifts) {
      await tx.query(
        'update shift set people = $2, changed = $3, swap_id = $4, version = version + 1 where shift_id = $1',
        [shiftId, JSON.stringify(people), JSON.stringify(state.changed), swapId],
      );
    }
    await lookNow(tx);
  },
};

export const watchStore: Store<Watch> = {
  async load(tx, watchId) {
    const [row] = await tx.query<{ told: Told[]; version: number }[]>(
      'select told, version from roster_watch where roster_id = $1',
      [watchId],
    );
    return row && { state: { told: row.told }, version: row.version };
  },

  async save(tx, watchId, { told }, version) {
    await tx.query(
      `insert into roster_watch (roster_id, told, version) values ($1, $2, $3)
       on conflict (roster_id) do update set told = excluded.told, version = excluded.version`,
      [watchId, JSON.stringify(told), version],
    );
  },
};

/** A changed roster is looked at at once: its gaps are not to wait for the next round. */
async function lookNow(tx: EntityManager): Promise<void> {
  const [row] = await tx.query<{ now: Date }[]>('select clock_timestamp() as now');
  if (row) await timers.schedule(tx, { kind: rosterTimer, ref: rosterId, dueAt: row.now.toISOString() });
}

function toState(shiftId: string, row: ShiftRow): Shift {
  const { status, kind, people, handed_over: handedOver } = row;
  const plan = { kind, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), people };
  if (status !== 'handed-over') return { status, plan };
  if (handedOver) return { status, plan, handedOver };
  throw new Error(`shift ${shiftId} is ${status} without what belongs to it`);
}
