import { describe, expect, it } from '@jest/globals';
import type { Person } from '@pledge/contracts';
import type { Decider } from '@pledge/kernel';
import { checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { plan } from './plan.js';
import { asked, by, fits, numbered, person, spanOf, twice } from './roster.testbed.js';
import type { Planned, PlannedShift, Shift, ShiftEvent } from './shift.js';
import { shift } from './shift.js';
import type { Standing, SwapEvent } from './swap.js';
import { swap } from './swap.js';

interface Held {
  readonly shiftId: string;
  readonly version: number;
  readonly state: Exclude<Shift, { status: 'absent' }>;
}
type Ask =
  | { readonly type: 'plan'; readonly shifts: readonly Planned[] }
  | { readonly type: 'change'; readonly which: number; readonly by: Person; readonly plan: Planned }
  | { readonly type: 'cancel'; readonly which: number }
  | { readonly type: 'hand-over'; readonly which: number; readonly by: Person; readonly toPersonId: string }
  | {
      readonly type: 'swap';
      readonly which: number;
      readonly other: number;
      readonly late: number;
      readonly by: Person;
    };
type Told =
  { readonly shiftId: string; readonly event: ShiftEvent } | { readonly shiftId: null; readonly event: SwapEvent };

const standing = (roster: readonly Held[]): PlannedShift[] =>
  roster.flatMap(({ shiftId, state }) => (state.status === 'cancelled' ? [] : [{ ...state.plan, shiftId }]));

/** All shifts under the roster's lock, as its door asks the three rules of them. */
const roster: Decider<Ask, readonly Held[], Told> = {
  initial: [],

  decide(ask, held, now) {
    const others = standing(held);
    if (ask.type === 'plan') {
      const shifts = numbered(ask.shifts, held.length);
      return plan
        .decide({ type: 'plan', shifts, others }, plan.initial, now)
        .map((event) => ({ shiftId: event.data.shift.shiftId, event }));
    }
    const one = held[ask.which % held.length];
    if (!one) return [];
    const { shiftId } = one;
    if (ask.type === 'swap') {
      const two = held[ask.other % held.length];
      const seen = (of: Standing['first'], late = 0) => (of?.version ?? 0) - late;
      const command = {
        type: 'swap' as const,
        ...{ by: ask.by, reason: '家中有事', standing: { first: one, second: two, others } },
        first: { shiftId, version: seen(one, ask.late) },
        second: { shiftId: two?.shiftId ?? '', version: seen(two) },
      };
      return swap.decide(command, swap.initial, now).map((event) => ({ shiftId: null, event }));
    }
    const apart = others.filter((other) => other.shiftId !== shiftId);
    const around = { others: ask.type === 'change' ? others : apart, open: [], openCount: 0 };
    const command = ask.type === 'hand-over' ? { ...ask, note: null } : ask;
    return shift.decide({ ...command, shiftId, around }, one.state, now).map((event) => ({ shiftId, event }));
  },

  evolve(held, { shiftId, event }) {
    if (shiftId === null) {
      const { shifts, changed } = event.data;
      return held.map((one) => {
        const found = shifts.find((each) => each.shiftId === one.shiftId);
        if (!found) return one;
        const { shiftId: _, ...its } = found;
        return { ...one, version: one.version + 1, state: { status: 'planned', plan: its, changed } };
      });
    }
    const before = held.find((one) => one.shiftId === shiftId);
    const state = shift.evolve(before?.state ?? shift.initial, event);
    if (state.status === 'absent') return held;
    const after = { shiftId, version: (before?.version ?? 0) + 1, state };
    return before ? held.map((one) => (one === before ? after : one)) : [...held, after];
  },
};

describe('the roster, whatever is planned, changed, swapped, cancelled and handed over in it', () => {
  const nth = fc.nat({ max: 11 });
  const named = person.map(({ personId, name }) => ({ personId, name }));
  const asks: fc.Arbitrary<Ask> = fc.oneof(
    fc.array(spanOf(4, 12), { minLength: 1, maxLength: 3 }).map((shifts) => ({ type: 'plan' as const, shifts })),
    fc.record({ type: fc.constant('change' as const), which: nth, by, plan: asked }),
    fc.record({ type: fc.constant('cancel' as const), which: nth }),
    {
      weight: 3,
      arbitrary: fc.record({
        ...{ type: fc.constant('hand-over' as const), which: nth, by: named },
        toPersonId: person.map((one) => one.personId),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ type: fc.constant('swap' as const), which: nth, other: nth, by },
        late: fc.constantFrom(0, 0, 0, 1),
      }),
    },
  );
  const peopleOf = (held: readonly Held[]) =>
    JSON.stringify(
      standing(held)
        .map(({ people }) => people[0]?.personId)
        .sort(),
    );

  it('has nobody on call twice at once, moves two shifts or none by a swap, and else the one that is named', () => {
    const reached = new Set<string>();
    checkInvariants(
      roster,
      asks,
      ({ before, command, refused, events, after }) => {
        reached.add(refused ?? (events.length > 0 ? command.type : 'nothing'));
        const moved = before.filter((one, index) => after[index] !== one);
        const final = moved.filter(({ state }) => state.status === 'cancelled' || state.status === 'handed-over');
        const wanted = { plan: 0, swap: 2, change: 1, cancel: 1, 'hand-over': 1 }[command.type];
        return {
          'nobody is first on call twice at once': !twice(standing(after)),
          'every shift ends after it begins, within a day': after.every(({ state }) => fits(state.plan)),
          'none is lost, and as many come as are planned':
            after.length ===
              before.length + (events.length > 0 && command.type === 'plan' ? command.shifts.length : 0) &&
            before.every(({ shiftId }, index) => after[index]?.shiftId === shiftId),
          'as many move as are named, or none': moved.length === (events.length > 0 ? wanted : 0),
          'what is cancelled or handed over moves no more': final.length === 0,
          'a swap leaves everybody as many shifts as before':
            command.type !== 'swap' || peopleOf(after) === peopleOf(before),
          'a refusal leaves the roster as it was': refused === undefined || after === before,
        };
      },
      { walks: 20_000, maxSteps: 12 },
    );
    for (const done of ['plan', 'change', 'cancel', 'hand-over', 'swap']) expect(reached).toContain(done);
    for (const code of ['person-in-two-shifts', 'shift-changed-meanwhile']) expect(reached).toContain(code);
  });
});
