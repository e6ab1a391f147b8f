import type { Person } from '@pledge/contracts';
import type { EventOf } from '@pledge/contracts/events';
import { ShiftHandedOver } from '@pledge/contracts/events';
import type { Shift as ShiftView } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';
import type { Span } from './stretch.js';
import { covers, ms, overlap } from './stretch.js';

/** The first is on call; the others stand in, in this order. */
export type OnCallPerson = ShiftView['people'][number];

export interface Planned extends Span {
  readonly kind: ShiftView['kind'];
  readonly people: readonly OnCallPerson[];
}

export interface PlannedShift extends Planned {
  readonly shiftId: string;
}

export type Changed = NonNullable<ShiftView['changed']>;
export type HandedOver = NonNullable<ShiftView['handedOver']>;

export type Shift =
  | { readonly status: 'absent' }
  | { readonly status: 'planned'; readonly plan: Planned; readonly changed?: Changed }
  | { readonly status: 'handed-over'; readonly plan: Planned; readonly handedOver: HandedOver }
  | { readonly status: 'cancelled'; readonly plan: Planned };

/** What the roster holds around a shift, read under its lock; those that were cancelled are not among them. */
export interface Around {
  readonly others: readonly PlannedShift[];
  readonly open: HandedOver['open'];
  readonly openCount: number;
}

export type ShiftCommand = { readonly shiftId: string; readonly around?: Around } & (
  | { readonly type: 'change'; readonly by: Person; readonly plan: Planned; readonly reason?: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'hand-over'; readonly by: Person; readonly toPersonId: string; readonly note: string | null }
);

export type ShiftEvent =
  | { readonly type: 'shift-planned'; readonly data: { readonly shift: PlannedShift } }
  | { readonly type: 'shift-changed'; readonly data: { readonly plan: Planned; readonly changed: Changed } }
  | { readonly type: 'shift-cancelled'; readonly data: Span & { readonly shiftId: string } }
  | { readonly type: 'open-matters-listed'; readonly data: Pick<Around, 'open'> }
  | EventOf<typeof ShiftHandedOver>;

export const longestShiftMs = 24 * 3_600_000;

/** Shifts of the hotline (S-17, S-18): who is first on call, who stands in, who handed what is open to whom. */
export const shift: Decider<ShiftCommand, Shift, ShiftEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    const { shiftId, around } = command;
    if (state.status === 'absent' || state.status === 'cancelled') throw new Refusal('shift-unknown');
    if (around === undefined) throw new Error('a shift is judged only by what is around it');
    switch (command.type) {
      case 'change': {
        if (state.status === 'handed-over' || isOver(state.plan, now)) throw new Refusal('shift-past');
        const { plan, by, reason = null } = command;
        checkTimes(plan, now, '');
        checkFirst({ shiftId, ...plan }, around.others, '');
        return [{ type: 'shift-changed', data: { plan, changed: { by, at: now, reason, swapped: false } } }];
      }
      case 'cancel':
        if (state.status === 'handed-over' || isOver(state.plan, now)) throw new Refusal('shift-past');
        return [
          { type: 'shift-cancelled', data: { shiftId, startsAt: state.plan.startsAt, endsAt: state.plan.endsAt } },
        ];
      case 'hand-over':
        return handOver(command, state, around, now);
    }
  },

  evolve(state, event) {
    if (event.type === 'shift-planned') {
      const { shiftId: _, ...plan } = event.data.shift;
      return { status: 'planned', plan };
    }
    if (state.status === 'absent') return state;
    switch (event.type) {
      case 'shift-changed':
        return { status: 'planned', ...event.data };
      case 'shift-cancelled':
        return { status: 'cancelled', plan: state.plan };
      case 'intake.shift-handed-over.v1': {
        const { from: by, to, at, openCount, note } = event.data;
        return { status: 'handed-over', plan: state.plan, handedOver: { by, to, at, openCount, note, open: [] } };
      }
      case 'open-matters-listed':
        if (state.status !== 'handed-over') return state;
        return { ...state, handedOver: { ...state.handedOver, open: [...event.data.open] } };
    }
  },
};

function handOver(
  { shiftId, by, toPersonId, note }: Extract<ShiftCommand, { type: 'hand-over' }>,
  state: Exclude<Shift, { status: 'absent' | 'cancelled' }>,
  { others, open, openCount }: Around,
  now: string,
): ShiftEvent[] {
  if (state.status === 'handed-over') {
    throw new Refusal('shift-handed-over', { status: state.status, to: state.handedOver.to.name });
  }
  const from = state.plan.people.find(({ personId }) => personId === by.personId);
  if (!from || ms(state.plan.startsAt) > ms(now)) throw new Refusal('not-in-shift');
  const to = takers(state.plan, others).find(({ personId }) => personId === toPersonId);
  if (!to) throw new Refusal('person-unknown', {}, '/toPersonId');
  return [
    ShiftHandedOver.of({
      shiftId,
      from: { personId: from.personId, name: from.name },
      to: { personId: to.personId, name: to.name },
      openCount,
      note,
      at: now,
    }),
    { type: 'open-matters-listed', data: { open } },
  ];
}

/** Whom a shift may be handed to: the people of those that begin next after it began. */
export function takers({ startsAt }: Span, others: readonly PlannedShift[]): readonly OnCallPerson[] {
  const later = others.filter((other) => ms(other.startsAt) > ms(startsAt));
  const first = Math.min(...later.map((other) => ms(other.startsAt)));
  return later.filter((other) => ms(other.startsAt) === first).flatMap(({ people }) => people);
}

export const isOver = ({ endsAt }: Span, now: string): boolean => ms(endsAt) <= ms(now);

/** @throws {Refusal} naming the field below `place` */
export function checkTimes({ startsAt, endsAt }: Span, now: string, place: string): void {
  const long = ms(endsAt) - ms(startsAt);
  if (long <= 0) throw new Refusal('shift-ends-before-start', {}, `${place}/endsAt`);
  if (long > longestShiftMs) throw new Refusal('shift-too-long', {}, `${place}/endsAt`);
  if (ms(endsAt) <= ms(now)) throw new Refusal('shift-past', {}, `${place}/endsAt`);
}

/** Nobody is first on call twice at one moment. @throws {Refusal} */
export function checkFirst(asked: PlannedShift, others: readonly PlannedShift[], place: string): void {
  const first = firstOf(asked);
  const other = others.find((one) => one.shiftId !== asked.shiftId && firstOf(one) === first && overlap(one, asked));
  if (!other) return;
  const twice = { name: asked.people[0]?.name, startsAt: other.startsAt, endsAt: other.endsAt };
  throw new Refusal('person-in-two-shifts', twice, `${place}/people/0`);
}

const firstOf = ({ people }: Planned): string | undefined => people[0]?.personId;

/** Who is on call: of the shifts that cover the moment the one that began last. */
export function onCallAt<S extends Span>(shifts: readonly S[], at: string): S | undefined {
  return shifts.filter((one) => covers(one, at)).sort((a, b) => ms(b.startsAt) - ms(a.startsAt))[0];
}

export function nextAfter<S extends Span>(shifts: readonly S[], at: string): S | undefined {
  return shifts.filter(({ startsAt }) => ms(startsAt) > ms(at)).sort((a, b) => ms(a.startsAt) - ms(b.startsAt))[0];
}
