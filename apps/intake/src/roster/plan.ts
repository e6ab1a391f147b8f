import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { PlannedShift, ShiftEvent } from './shift.js';
import { checkFirst, checkTimes } from './shift.js';

/** Several shifts that are planned together: all or none. */
export type Plan =
  { readonly status: 'absent' } | { readonly status: 'planned'; readonly shifts: readonly PlannedShift[] };

export interface PlanCommand {
  readonly type: 'plan';
  readonly shifts: readonly PlannedShift[];
  /** What the roster holds already, read under its lock. */
  readonly others?: readonly PlannedShift[];
}

export type PlanEvent = Extract<ShiftEvent, { type: 'shift-planned' }>;

export const plan: Decider<PlanCommand, Plan, PlanEvent> = {
  initial: { status: 'absent' },

  decide({ shifts, others }, state, now) {
    if (others === undefined) throw new Error('shifts are planned only beside those that are there');
    if (state.status === 'planned') throw new Refusal('shifts-planned');
    for (const [index, one] of shifts.entries()) {
      const place = `/shifts/${String(index)}`;
      checkTimes(one, now, place);
      checkFirst(one, [...others, ...shifts.slice(0, index)], place);
    }
    return shifts.map((one) => ({ type: 'shift-planned', data: { shift: one } }));
  },

  evolve(state, { data }) {
    return { status: 'planned', shifts: state.status === 'planned' ? [...state.shifts, data.shift] : [data.shift] };
  },
};
