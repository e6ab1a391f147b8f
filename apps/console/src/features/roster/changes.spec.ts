import { describe, expect, it } from '@jest/globals';
import type { Shift } from '@pledge/contracts/http';
import { changeShift } from '@pledge/contracts/http';
import { beginningOf, changeFor, mayBeChanged, swappable } from './changes.js';

const lin = { personId: 'lin', name: '林小雨', phone: '138' };
const xu = { personId: 'xu', name: '许婷婷', phone: null };
const shift = (n: number, people: Shift['people'], more: Partial<Shift> = {}): Shift => ({
  id: `018f7a52-0000-7000-8000-00000000000${n}`,
  kind: 'day',
  startsAt: `2030-05-0${n}T00:00:00.000Z`,
  endsAt: `2030-05-0${n}T12:00:00.000Z`,
  people,
  handedOver: null,
  changed: null,
  version: n,
  ...more,
});
const [one, two] = [shift(1, [lin]), shift(2, [xu, lin])];
const reason = '许婷婷家中有事';

describe('a shift that is changed', () => {
  it('begins as it is, by the clock on the wall', () => {
    expect(beginningOf(one)).toEqual({
      people: ['lin'],
      startsAt: '2030-05-01T08:00',
      endsAt: '2030-05-01T20:00',
      reason: '',
    });
  });
  it('has other people and other times, in the order in which they were named', () => {
    const values = { ...beginningOf(one), people: ['xu', 'lin'], endsAt: '2030-05-01T18:00', reason };
    const change = changeFor(one, values, [lin, xu]);
    expect(change).toMatchObject({
      shiftId: one.id,
      version: 1,
      body: { people: [xu, lin], startsAt: one.startsAt, endsAt: '2030-05-01T10:00:00.000Z', reason },
    });
    expect(changeShift.body.safeParse(change.body).success).toBe(true);
  });
  it('is neither over nor handed over', () => {
    const now = Date.parse('2030-05-01T11:00:00Z');
    expect(mayBeChanged(one, now)).toBe(true);
    expect(mayBeChanged(one, Date.parse(one.endsAt))).toBe(false);
    const by = { personId: 'lin', name: '林小雨' };
    const handedOver = { by, to: by, at: one.endsAt, openCount: 0, note: null, open: [] };
    expect(mayBeChanged({ ...one, handedOver }, now)).toBe(false);
  });
  it('is swapped only with somebody else, and with what can still be changed', () => {
    const same = shift(3, [lin]);
    const over = shift(4, [xu], { endsAt: '2030-04-30T12:00:00.000Z' });
    expect(swappable(one, [one, two, same, over], Date.parse('2030-05-01T01:00:00Z'))).toEqual([two]);
  });
});
