import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { checkInvariants } from '@pledge/testing/rules';
import fc from 'fast-check';
import { plan } from './plan.js';
import {
  asked,
  at,
  by,
  ends,
  fits,
  id,
  just,
  lin,
  numbered,
  person,
  shiftsFrom,
  spanOf,
  twice,
  zheng,
} from './roster.testbed.js';
import type { Planned, PlannedShift, Shift, ShiftCommand } from './shift.js';
import { shift } from './shift.js';
import type { Standing, SwapCommand } from './swap.js';
import { swap } from './swap.js';

describe('shifts that are planned together, whatever is asked', () => {
  const commands = fc.record({
    type: fc.constant('plan' as const),
    shifts: fc.array(asked, { minLength: 1, maxLength: 4 }).map((plans) => numbered(plans, 0)),
    others: shiftsFrom(5, 2),
  });

  it('are all planned or none, once, with nobody first twice at once', () => {
    const reached = new Set<string>();
    checkInvariants(
      plan,
      commands,
      ({ before, command: { shifts, others }, now, refused, events, after }) => {
        reached.add(refused ?? `planned ${String(events.length)}`);
        return {
          'all are planned as asked, or none is':
            events.length === 0
              ? after === before
              : after.status === 'planned' &&
                isDeepStrictEqual(after.shifts, shifts) &&
                events.length === shifts.length,
          'they are planned once': events.length === 0 || before.status === 'absent',
          'each ends after it begins, within a day':
            after.status === 'absent' || after.shifts.every((one) => fits(one)),
          'none is over when it is planned': events.length === 0 || shifts.every(({ endsAt }) => endsAt > now),
          'nobody is first twice at once': events.length === 0 || !twice(shifts, others),
          'a refusal is for its reason': just(refused, {
            'shifts-planned': before.status === 'planned',
            'shift-ends-before-start': shifts.some((one) => !ends(one).after),
            'shift-too-long': shifts.some((one) => !ends(one).within),
            'shift-past': shifts.some(({ endsAt }) => endsAt <= now),
            'person-in-two-shifts': twice(shifts, others),
          }),
        };
      },
      { walks: 20_000, maxSteps: 5, startAt: at(0) },
    );
    for (const outcome of ['planned 1', 'planned 2', 'shifts-planned', 'shift-ends-before-start', 'shift-too-long'])
      expect(reached).toContain(outcome);
    for (const outcome of ['shift-past', 'person-in-two-shifts']) expect(reached).toContain(outcome);
  });
});

describe('a shift, whatever is asked of it in whatever order', () => {
  const open = fc.constantFrom<NonNullable<ShiftCommand['around']>['open']>(
    [],
    [
      {
        type: 'request',
        id: id(9),
        number: 'RQ-1',
        channel: 'hotline',
        who: '王敏',
        receivedAt: at(0),
        dueAt: null,
        overdue: false,
      },
    ],
  );
  const around = fc.record({ others: shiftsFrom(1, 3), open, openCount: fc.nat({ max: 3 }) });
  const commands: fc.Arbitrary<ShiftCommand> = fc.oneof(
    fc.record({
      ...{ type: fc.constant('change' as const), shiftId: fc.constant(id(1)), around, by, plan: asked },
      reason: fc.constantFrom('调休', '病假'),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        ...{ type: fc.constant('hand-over' as const), shiftId: fc.constant(id(1)), around },
        ...{ by: person, toPersonId: fc.constantFrom('lin', 'xu', 'zheng') },
        note: fc.constantFrom(null, '医院等回电'),
      }),
    },
    fc.record({ type: fc.constant('cancel' as const), shiftId: fc.constant(id(1)), around }),
  );
  /** The people of those that begin next after it, by counting on. */
  const nextTo = ({ startsAt }: Planned, others: readonly PlannedShift[]): readonly string[] => {
    const starts = others.map((one) => one.startsAt).filter((one) => one > startsAt);
    const [next] = starts.sort();
    return others.filter((one) => one.startsAt === next).flatMap((one) => one.people.map(({ personId }) => personId));
  };

  it('ends after it begins, is over once, and is handed by its own people to the next alone', () => {
    const reached = new Set<string>();
    checkInvariants(
      shift,
      commands,
      ({ before, command, now, refused, events, after }) => {
        if (before.status === 'absent' || after.status === 'absent') return false;
        reached.add(refused ?? command.type);
        const { others, open: matters, openCount } = command.around ?? { others: [], open: [], openCount: 0 };
        const to = command.type === 'change' ? command.plan : undefined;
        const own = before.plan.people.some(
          (one) => command.type === 'hand-over' && one.personId === command.by.personId,
        );
        const begun = before.plan.startsAt <= now;
        const next = command.type === 'hand-over' && nextTo(before.plan, others).includes(command.toPersonId);
        const over = before.status === 'handed-over' || before.plan.endsAt <= now;
        return {
          'it ends after it begins, within a day': fits(after.plan),
          'nothing is done to what is cancelled or handed over': events.length === 0 || before.status === 'planned',
          'nothing but handing it over is done to what is over':
            events.length === 0 || command.type === 'hand-over' || !over,
          'its plan moves as it is asked to, and not otherwise': isDeepStrictEqual(
            after.plan,
            events.length > 0 && to ? to : before.plan,
          ),
          'nobody is first twice at once': events.length === 0 || !to || !twice([{ ...to, shiftId: id(1) }], others),
          'a change is by name, with its reason':
            events.length === 0 ||
            command.type !== 'change' ||
            (after.status === 'planned' &&
              isDeepStrictEqual(after.changed, { by: command.by, at: now, reason: command.reason, swapped: false })),
          'what is cancelled is so': command.type !== 'cancel' || refused !== undefined || after.status === 'cancelled',
          'it is handed over by its own people once it began, and to the next alone':
            events.length === 0 || command.type !== 'hand-over' || (own && begun && next),
          'who is named takes it, with everything that is open':
            events.length === 0 ||
            command.type !== 'hand-over' ||
            (after.status === 'handed-over' &&
              after.handedOver.by.personId === command.by.personId &&
              after.handedOver.to.personId === command.toPersonId &&
              after.handedOver.at === now &&
              after.handedOver.note === command.note &&
              after.handedOver.openCount === openCount &&
              isDeepStrictEqual(after.handedOver.open, matters)),
          'a refusal is for its reason': just(refused, {
            'shift-unknown': before.status === 'cancelled',
            'shift-handed-over': before.status === 'handed-over' && command.type === 'hand-over',
            'shift-past': command.type !== 'hand-over' && (over || (to !== undefined && to.endsAt <= now)),
            'shift-ends-before-start': to !== undefined && !ends(to).after,
            'shift-too-long': to !== undefined && !ends(to).within,
            'person-in-two-shifts': to !== undefined && twice([{ ...to, shiftId: id(1) }], others),
            'not-in-shift': command.type === 'hand-over' && !(own && begun),
            'person-unknown': command.type === 'hand-over' && !next,
          }),
        };
      },
      {
        ...{ walks: 20_000, maxSteps: 10, startAt: at(0) },
        from: { status: 'planned', plan: { kind: 'day', startsAt: at(8), endsAt: at(20), people: [lin, zheng] } },
      },
    );
    for (const done of ['change', 'cancel', 'hand-over']) expect(reached).toContain(done);
    for (const code of [
      'shift-unknown',
      'shift-handed-over',
      'shift-past',
      'shift-ends-before-start',
      'shift-too-long',
    ])
      expect(reached).toContain(code);
    for (const code of ['person-in-two-shifts', 'not-in-shift', 'person-unknown']) expect(reached).toContain(code);
  });
});

describe('two shifts that are to be swapped, however they stand', () => {
  const side = fc
    .record({
      plan: spanOf(1, 24),
      status: fc.constantFrom(
        'planned',
        'planned',
        'planned',
        'planned',
        'handed-over',
        'cancelled',
        'missing' as const,
      ),
      version: fc.integer({ min: 1, max: 3 }),
      late: fc.constantFrom(0, 0, 0, 1),
    })
    .map(({ plan: its, status, version, late }) => {
      const person1 = { personId: 'lin', name: '林小雨' };
      const handedOver = { by: person1, to: person1, at: at(0), openCount: 0, note: null, open: [] };
      const state: Shift =
        status === 'handed-over' ? { status, plan: its, handedOver } : { status: 'planned', plan: its };
      const cancelled: Shift = { status: 'cancelled', plan: its };
      const found: Standing['first'] =
        status === 'missing' ? undefined : { state: status === 'cancelled' ? cancelled : state, version };
      return { found, seen: version - late };
    });
  const commands: fc.Arbitrary<SwapCommand> = fc
    .record({
      first: side,
      second: side,
      others: shiftsFrom(1, 3),
      same: fc.constantFrom(false, false, false, true),
      by,
    })
    .map(({ first, second, others, same, by: who }) => ({
      ...{ type: 'swap', by: who, reason: '家中有事' },
      first: { shiftId: id(1), version: first.seen },
      second: { shiftId: id(same ? 1 : 2), version: second.seen },
      standing: { first: first.found, second: second.found, others },
    }));

  it('exchange their people both or neither, with nobody first twice at once', () => {
    const reached = new Set<string>();
    checkInvariants(
      swap,
      commands,
      ({ before, command, now, refused, events, after }) => {
        reached.add(refused ?? 'swapped');
        const sides = [
          { ...command.first, found: command.standing?.first },
          { ...command.second, found: command.standing?.second },
        ];
        const plans = sides.flatMap(({ shiftId, found }) =>
          found && found.state.status !== 'absent' ? [{ ...found.state.plan, shiftId }] : [],
        );
        const exchanged = plans.map((one, index) => ({ ...one, people: plans[1 - index]?.people ?? [] }));
        const others = (command.standing?.others ?? []).filter(
          ({ shiftId }) => shiftId !== command.first.shiftId && shiftId !== command.second.shiftId,
        );
        const standsIn = (status: Shift['status']) => sides.some(({ found }) => found?.state.status === status);
        const over = standsIn('handed-over') || plans.some(({ endsAt }) => endsAt <= now);
        const stale = sides.some(({ version, found }) => found !== undefined && found.version !== version);
        const gone = standsIn('cancelled') || sides.some(({ found }) => found === undefined);
        const itself = command.first.shiftId === command.second.shiftId;
        const changed = { by: command.by, at: now, reason: command.reason, swapped: true };
        return {
          'both exchange their people and keep all else, or neither':
            refused === undefined
              ? events.length === 1 && isDeepStrictEqual(after, { status: 'swapped', shifts: exchanged, changed })
              : events.length === 0 && after === before,
          'they are two that stand, as they were seen, and not over':
            refused !== undefined || !(itself || gone || over || stale),
          'nobody is first twice at once': refused !== undefined || !twice(exchanged, others),
          'a refusal is for its reason': just(refused, {
            'swap-with-itself': itself,
            'shift-unknown': gone,
            'shift-past': over,
            'shift-changed-meanwhile': stale,
            'person-in-two-shifts': twice(exchanged, others),
          }),
        };
      },
      { walks: 20_000, maxSteps: 6, startAt: at(0) },
    );
    for (const outcome of ['swapped', 'swap-with-itself', 'shift-unknown', 'shift-past', 'shift-changed-meanwhile'])
      expect(reached).toContain(outcome);
    expect(reached).toContain('person-in-two-shifts');
  });
});
