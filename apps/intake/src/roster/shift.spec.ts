import { describe, expect, it } from '@jest/globals';
import { ShiftHandedOver } from '@pledge/contracts/events';
import { specFor } from '@pledge/testing/rules';
import { plan } from './plan.js';
import type { Around, PlannedShift, ShiftCommand, ShiftEvent } from './shift.js';
import { nextAfter, onCallAt, shift } from './shift.js';

const { given } = specFor(shift);
const planning = specFor(plan);

const id = (n: number) => `018f7a52-0000-7000-8000-00000000000${String(n)}`;
const at = (hour: number) => new Date(Date.parse('2026-11-25T00:00:00.000Z') + hour * 3_600_000).toISOString();
const lin = { personId: 'lin', name: '林小雨', phone: '13800000001' };
const xu = { personId: 'xu', name: '许婷婷', phone: null };
const zheng = { personId: 'zheng', name: '郑阳', phone: null };

const made = (n: number, from: number, to: number, ...people: PlannedShift['people']): PlannedShift => ({
  shiftId: id(n),
  kind: 'day',
  startsAt: at(from),
  endsAt: at(to),
  people,
});
const day = made(1, 8, 20, lin, zheng);
const night = made(2, 20, 32, xu);
const planned: ShiftEvent = { type: 'shift-planned', data: { shift: day } };
const around: Around = { others: [night], open: [], openCount: 3 };
const handOver = (change: object = {}): ShiftCommand => ({
  type: 'hand-over',
  shiftId: id(1),
  by: { personId: 'lin', name: '林小雨' },
  toPersonId: 'xu',
  note: '医院等回电',
  around,
  ...change,
});
const handedOver = ShiftHandedOver.of({
  shiftId: id(1),
  from: { personId: 'lin', name: '林小雨' },
  to: { personId: 'xu', name: '许婷婷' },
  openCount: 3,
  note: '医院等回电',
  at: at(20),
});
const listed: ShiftEvent = { type: 'open-matters-listed', data: { open: [] } };
const xie = { personId: 'xie', name: '谢敏' };
const changed = (reason: string | null = null) => ({ by: xie, at: at(19), reason, swapped: false });
const change = (to: PlannedShift, others: readonly PlannedShift[] = []): ShiftCommand => {
  const { shiftId, ...rest } = to;
  return { type: 'change', by: xie, shiftId, plan: rest, around: { ...around, others } };
};

describe('planning', () => {
  const ask = (...shifts: PlannedShift[]) => ({ type: 'plan', shifts, others: [] }) as const;
  it('takes all shifts or none', () => {
    const both = [day, night].map((one) => ({ type: 'shift-planned' as const, data: { shift: one } }));
    planning
      .given()
      .at(at(0))
      .when(ask(day, night))
      .then(...both);
    planning
      .given()
      .at(at(0))
      .when(ask(day, made(3, 30, 30, xu)))
      .thenRefuses('shift-ends-before-start');
  });
  it('refuses a shift of more than a day, and one that is over', () => {
    planning
      .given()
      .at(at(0))
      .when(ask(made(3, 0, 24, lin)))
      .then({ type: 'shift-planned', data: { shift: made(3, 0, 24, lin) } });
    planning
      .given()
      .at(at(0))
      .when(ask(made(3, 0, 24.001, lin)))
      .thenRefuses('shift-too-long');
    planning.given().at(at(20)).when(ask(day)).thenRefuses('shift-past');
  });
  it('refuses who would be first twice at once, among the new ones and beside those that are there', () => {
    planning
      .given()
      .at(at(0))
      .when(ask(day, made(3, 19, 21, lin)))
      .thenRefuses('person-in-two-shifts');
    planning
      .given()
      .at(at(0))
      .when({ type: 'plan', shifts: [day], others: [made(3, 19, 21, lin)] })
      .thenRefuses('person-in-two-shifts');
  });
  it('lets somebody stand in where they are first elsewhere, and be first where another shift of theirs ends', () => {
    const shifts = [made(3, 20, 24, lin, xu), made(4, 19, 21, zheng, lin)];
    planning
      .given()
      .at(at(0))
      .when({ type: 'plan', shifts, others: [day] })
      .then(...shifts.map((one) => ({ type: 'shift-planned' as const, data: { shift: one } })));
  });
});

describe('a shift', () => {
  it('is changed while it is not over', () => {
    const { shiftId: _, ...longer } = made(1, 8, 21, lin);
    given(planned)
      .at(at(19))
      .when(change(made(1, 8, 21, lin), [day]))
      .then({ type: 'shift-changed', data: { plan: longer, changed: changed() } });
    const why = { ...change(made(1, 8, 21, lin), [day]), reason: '郑阳请假' } as ShiftCommand;
    given(planned)
      .at(at(19))
      .when(why)
      .then({ type: 'shift-changed', data: { plan: longer, changed: changed('郑阳请假') } });
    given(planned)
      .at(at(20))
      .when(change(made(1, 8, 21, lin)))
      .thenRefuses('shift-past');
    given(planned)
      .at(at(9))
      .when(change(made(1, 8, 21, xu), [night]))
      .thenRefuses('person-in-two-shifts');
  });
  it('is taken out of the roster once', () => {
    const cancelled: ShiftEvent = {
      type: 'shift-cancelled',
      data: { shiftId: id(1), startsAt: at(8), endsAt: at(20) },
    };
    const cancel: ShiftCommand = { type: 'cancel', shiftId: id(1), around };
    given(planned).at(at(9)).when(cancel).then(cancelled);
    given(planned, cancelled).at(at(9)).when(cancel).thenRefuses('shift-unknown');
    given(planned).at(at(20)).when(cancel).thenRefuses('shift-past');
    given().at(at(9)).when(cancel).thenRefuses('shift-unknown');
  });
  it('is handed to somebody of the next one, with what is open (S-17, S-18)', () =>
    given(planned).at(at(20)).when(handOver()).then(handedOver, listed));
  it('is handed over once', () =>
    given(planned, handedOver, listed).at(at(20)).when(handOver()).thenRefuses('shift-handed-over'));
  it('is handed over late, and by who stands in', () => {
    const by = { personId: 'zheng', name: '郑阳' };
    given(planned)
      .at(at(23))
      .when(handOver({ by }))
      .then(ShiftHandedOver.of({ ...handedOver.data, from: by, at: at(23) }), listed);
  });
  it('is not handed over by who is not in it, nor before it began', () => {
    given(planned)
      .at(at(20))
      .when(handOver({ by: { personId: 'xu', name: '许婷婷' } }))
      .thenRefuses('not-in-shift');
    given(planned).at(at(7)).when(handOver()).thenRefuses('not-in-shift');
  });
  it('is not handed to who is not in the next one', () => {
    given(planned)
      .at(at(20))
      .when(handOver({ toPersonId: 'zheng' }))
      .thenRefuses('person-unknown');
    given(planned)
      .at(at(20))
      .when(handOver({ around: { ...around, others: [] } }))
      .thenRefuses('person-unknown');
    const later = { ...around, others: [made(3, 21, 33, zheng), night] };
    given(planned)
      .at(at(20))
      .when(handOver({ around: later, toPersonId: 'zheng' }))
      .thenRefuses('person-unknown');
  });
});

describe('who is on call', () => {
  it('is the shift that covers the moment, from its first to before its last', () => {
    expect(onCallAt([night, day], at(8))).toBe(day);
    expect(onCallAt([night, day], at(20))).toBe(night);
    expect(onCallAt([night, day], at(32))).toBeUndefined();
    expect(nextAfter([night, day], at(8))).toBe(night);
    expect(nextAfter([night, day], at(20))).toBeUndefined();
  });
});
