import type { Person } from '@pledge/contracts';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { Changed, Planned, PlannedShift, Shift } from './shift.js';
import { checkFirst, isOver } from './shift.js';

/** Two shifts that exchange their people: both or neither. */
export type Swap =
  | { readonly status: 'absent' }
  | { readonly status: 'swapped'; readonly shifts: readonly PlannedShift[]; readonly changed: Changed };

export interface Asked {
  readonly shiftId: string;
  /** As who asks has seen it. */
  readonly version: number;
}

/** What the roster holds, read under its lock; those that were cancelled are not among the others. */
export interface Standing {
  readonly first: { readonly state: Shift; readonly version: number } | undefined;
  readonly second: { readonly state: Shift; readonly version: number } | undefined;
  readonly others: readonly PlannedShift[];
}

export interface SwapCommand {
  readonly type: 'swap';
  readonly by: Person;
  readonly reason: string;
  readonly first: Asked;
  readonly second: Asked;
  readonly standing?: Standing;
}

export interface SwapEvent {
  readonly type: 'shifts-swapped';
  readonly data: { readonly shifts: readonly PlannedShift[]; readonly changed: Changed };
}

export const swap: Decider<SwapCommand, Swap, SwapEvent> = {
  initial: { status: 'absent' },

  decide({ by, reason, first, second, standing }, _state, now) {
    if (standing === undefined) throw new Error('shifts are swapped only as the roster holds them');
    if (first.shiftId === second.shiftId) throw new Refusal('swap-with-itself', {}, '/withShiftId');
    const one = planOf(first, standing.first, now);
    const two = planOf(second, standing.second, now);
    const shifts = [
      { ...one, shiftId: first.shiftId, people: two.people },
      { ...two, shiftId: second.shiftId, people: one.people },
    ];
    const apart = standing.others.filter(({ shiftId }) => !shifts.some((own) => own.shiftId === shiftId));
    for (const each of shifts) checkFirst(each, [...apart, ...shifts], '');
    return [{ type: 'shifts-swapped', data: { shifts, changed: { by, at: now, reason, swapped: true } } }];
  },

  evolve: (_state, { data }) => ({ status: 'swapped', ...data }),
};

/** @throws {Refusal} where it cannot be swapped any more, or is not what was seen */
function planOf({ version }: Asked, found: Standing['first'], now: string): Planned {
  if (!found || found.state.status === 'absent' || found.state.status === 'cancelled') {
    throw new Refusal('shift-unknown');
  }
  if (found.state.status === 'handed-over' || isOver(found.state.plan, now)) throw new Refusal('shift-past');
  if (found.version !== version) throw new Refusal('shift-changed-meanwhile');
  return found.state.plan;
}
