import { describe, it } from '@jest/globals';
import { specFor } from '@pledge/testing/rules';
import type { PlannedShift, Shift } from './shift.js';
import type { Standing, SwapCommand } from './swap.js';
import { swap } from './swap.js';

const id = (n: number) => `01996f00-0000-7000-8000-00000000000${String(n)}`;
const hour = (n: number) => new Date(Date.UTC(2026, 2, 2, n)).toISOString();
const by = { personId: 'xie', name: '谢敏' };
const lin = { personId: 'lin', name: '林小雨', phone: null };
const xu = { personId: 'xu', name: '许婷婷', phone: null };
const made = (n: number, from: number, to: number, ...people: PlannedShift['people']): PlannedShift => ({
  ...{ shiftId: id(n), kind: 'day', startsAt: hour(from), endsAt: hour(to), people },
});
const standing = ({ shiftId: _, ...plan }: PlannedShift): Standing['first'] => ({
  state: { status: 'planned', plan },
  version: 3,
});
const [day, night] = [made(1, 8, 20, lin), made(2, 20, 32, xu, lin)];
const ask = (change: Partial<Standing> = {}, more: Partial<SwapCommand> = {}): SwapCommand => ({
  ...{ type: 'swap', by, reason: '家中有事' },
  ...{ first: { shiftId: id(1), version: 3 }, second: { shiftId: id(2), version: 3 } },
  standing: { first: standing(day), second: standing(night), others: [day, night], ...change },
  ...more,
});
const { given } = specFor(swap);

describe('two shifts that are swapped', () => {
  it('keep their times and exchange their people', () =>
    given()
      .at(hour(9))
      .when(ask())
      .then({
        type: 'shifts-swapped',
        data: {
          shifts: [made(1, 8, 20, xu, lin), made(2, 20, 32, lin)],
          changed: { by, at: hour(9), reason: '家中有事', swapped: true },
        },
      }));
  it('are refused where somebody would be first in two places at once', () => {
    given()
      .at(hour(9))
      .when(ask({ others: [day, night, made(3, 19, 20, xu)] }))
      .thenRefuses('person-in-two-shifts');
    given()
      .at(hour(9))
      .when(ask({ others: [day, night, made(3, 30, 34, lin)] }))
      .thenRefuses('person-in-two-shifts');
  });
  it('are two, and both there', () => {
    given()
      .at(hour(9))
      .when(ask({}, { second: { shiftId: id(1), version: 3 } }))
      .thenRefuses('swap-with-itself');
    const cancelled: Shift = { status: 'cancelled', plan: night };
    given()
      .at(hour(9))
      .when(ask({ second: { state: cancelled, version: 3 } }))
      .thenRefuses('shift-unknown');
    given()
      .at(hour(9))
      .when(ask({ second: undefined }))
      .thenRefuses('shift-unknown');
  });
  it('are neither over nor handed over, and as they were seen', () => {
    given().at(hour(20)).when(ask()).thenRefuses('shift-past');
    const to = { by, to: by, at: hour(9), openCount: 0, note: null, open: [] };
    const handed: Shift = { status: 'handed-over', plan: day, handedOver: to };
    given()
      .at(hour(9))
      .when(ask({ first: { state: handed, version: 3 } }))
      .thenRefuses('shift-past');
    given()
      .at(hour(9))
      .when(ask({}, { second: { shiftId: id(2), version: 2 } }))
      .thenRefuses('shift-changed-meanwhile');
  });
});
