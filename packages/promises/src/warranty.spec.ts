import { describe, expect, it } from '@jest/globals';
import { warrantyOn } from './warranty.js';

const from = (commissionedOn: string | null, extendedUntil: string | null = null, warrantyMonths = 24) => ({
  commissionedOn,
  warrantyMonths,
  extendedUntil,
});

describe('a warranty of 24 months from commissioning (S-22)', () => {
  it('covers its last day', () =>
    expect(warrantyOn('2026-05-14', from('2024-05-15'))).toEqual({ state: 'in-warranty', endsOn: '2026-05-14' }));
  it('is over the day after', () =>
    expect(warrantyOn('2026-05-15', from('2024-05-15'))).toEqual({ state: 'out-of-warranty', endsOn: '2026-05-14' }));
  it('begins on the day of commissioning', () =>
    expect(warrantyOn('2024-05-15', from('2024-05-15')).state).toBe('in-warranty'));
  it('has not started before', () => expect(warrantyOn('2024-05-14', from('2024-05-15')).state).toBe('not-started'));
  it('has not started for what is not in operation', () =>
    expect(warrantyOn('2026-05-15', from(null))).toEqual({ state: 'not-started', endsOn: null }));
  it('ends with February where the day does not exist', () =>
    expect(warrantyOn('2026-01-01', from('2024-02-29')).endsOn).toBe('2026-02-27'));
  it('ends with a short month', () =>
    expect(warrantyOn('2026-01-01', from('2025-08-31', null, 6)).endsOn).toBe('2026-02-27'));
  it('follows the contract where it says otherwise', () =>
    expect(warrantyOn('2026-05-15', from('2024-05-15', null, 36)).state).toBe('in-warranty'));
});

describe('a renewal (S-60)', () => {
  it('takes over after the warranty', () =>
    expect(warrantyOn('2026-05-15', from('2024-05-15', '2027-05-14'))).toEqual({
      state: 'extended',
      endsOn: '2027-05-14',
    }));
  it('shows its end while the warranty still runs', () =>
    expect(warrantyOn('2026-05-14', from('2024-05-15', '2027-05-14'))).toEqual({
      state: 'in-warranty',
      endsOn: '2027-05-14',
    }));
  it('ends too', () =>
    expect(warrantyOn('2027-05-15', from('2024-05-15', '2027-05-14'))).toEqual({
      state: 'out-of-warranty',
      endsOn: '2027-05-14',
    }));
});
