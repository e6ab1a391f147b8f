import type { Shift } from '@pledge/contracts/http';
import type { Cause, CommandHandler } from '@pledge/messaging';
import { commandHandler, timers } from '@pledge/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import type { PlanCommand, PlanEvent } from './plan.js';
import { plan } from './plan.js';
import { openMatters, plannedIn, shiftFound, shiftOf, shiftsOfPlan, shiftsOfSwap } from './roster.query.js';
import { planStore, rosterId, shiftStore, swapStore, watchStore } from './roster.store.js';
import type { Around, ShiftCommand, ShiftEvent } from './shift.js';
import { shift } from './shift.js';
import { instantOf, ms } from './stretch.js';
import type { Standing, SwapCommand, SwapEvent } from './swap.js';
import { swap } from './swap.js';
import type { WatchCommand, WatchEvent } from './watch.js';
import { rosterTimer, watch } from './watch.js';

const dayMs = 24 * 3_600_000;
const farMs = 400 * dayMs;
/** A gap comes nearer by itself; a changed roster is looked at at once. */
const lookEveryMs = 10 * 60_000;

/** The one door into the roster, for the web and the timer alike. */
export abstract class Roster {
  abstract readonly handle: CommandHandler<ShiftCommand, ShiftEvent, Shift | null>;
  abstract readonly plan: CommandHandler<PlanCommand, PlanEvent, { items: Shift[] }>;
  abstract readonly swap: CommandHandler<SwapCommand, SwapEvent, { items: Shift[] }>;
  /** Looks for gaps ahead, and sets the time of the next look. */
  abstract look(cause: Cause): Promise<void>;
  /** Sets the timer of the first look; one that is set already stays. */
  abstract watchFromNow(): Promise<void>;
}

export function rosterIn(db: DataSource): Roster {
  const locks = () => [`roster/${rosterId}`];
  const handleWatch = commandHandler<WatchCommand, Parameters<typeof watch.decide>[1], WatchEvent, undefined>({
    db,
    record: 'roster-watch',
    rules: watch,
    store: watchStore,
    locks,
    view: () => Promise.resolve(undefined),
    inform: async (tx, _id, command, now) => ({ ...command, shifts: await ahead(tx, now) }),
  });
  return {
    handle: commandHandler({
      db,
      record: 'shift',
      rules: shift,
      store: shiftStore,
      locks,
      view: shiftFound,
      inform: async (tx, _id, command) => ({ ...command, around: await aroundOf(tx, command) }),
    }),
    plan: commandHandler({
      db,
      record: 'shift-plan',
      rules: plan,
      store: planStore,
      locks,
      view: async (tx, planId) => ({ items: await shiftsOfPlan(tx, planId) }),
      inform: async (tx, _id, command) => ({ ...command, others: await beside(tx, command.shifts) }),
    }),
    swap: commandHandler({
      db,
      record: 'shift-swap',
      rules: swap,
      store: swapStore,
      locks,
      view: async (tx, swapId) => ({ items: await shiftsOfSwap(tx, swapId) }),
      inform: async (tx, _id, command) => ({ ...command, standing: await standingOf(tx, command) }),
    }),
    async look(cause) {
      await handleWatch(rosterId, { type: 'look' }, cause);
      const [row] = await db.query<{ now: Date }[]>('select clock_timestamp() as now');
      const dueAt = instantOf((row?.now.getTime() ?? 0) + lookEveryMs);
      await timers.schedule(db.manager, { kind: rosterTimer, ref: rosterId, dueAt });
    },
    async watchFromNow() {
      await timers.begin(db.manager, { kind: rosterTimer, ref: rosterId });
    },
  };
}

const ahead = (tx: EntityManager, now: string) => plannedIn(tx, { from: now, to: instantOf(ms(now) + farMs) });

async function aroundOf(tx: EntityManager, command: ShiftCommand): Promise<Around> {
  if (command.type === 'change') return { others: await beside(tx, [command.plan]), open: [], openCount: 0 };
  if (command.type === 'cancel') return { others: [], open: [], openCount: 0 };
  const { startsAt } = await shiftOf(tx, command.shiftId);
  const others = await plannedIn(tx, { from: startsAt, to: instantOf(ms(startsAt) + 30 * dayMs) });
  const { items: open, count: openCount } = await openMatters(tx);
  return { others: others.filter(({ shiftId }) => shiftId !== command.shiftId), open, openCount };
}

async function standingOf(tx: EntityManager, { first, second }: SwapCommand): Promise<Standing> {
  const found = [await shiftStore.load(tx, first.shiftId), await shiftStore.load(tx, second.shiftId)] as const;
  const plans = found.flatMap((one) => (one && one.state.status !== 'absent' ? [one.state.plan] : []));
  return { first: found[0], second: found[1], others: plans.length > 0 ? await beside(tx, plans) : [] };
}

const beside = (tx: EntityManager, asked: readonly { readonly startsAt: string; readonly endsAt: string }[]) =>
  plannedIn(tx, {
    from: instantOf(Math.min(...asked.map(({ startsAt }) => ms(startsAt)))),
    to: instantOf(Math.max(...asked.map(({ endsAt }) => ms(endsAt)))),
  });
