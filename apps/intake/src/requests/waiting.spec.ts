import { describe, expect, it } from '@jest/globals';
import { waitingFor as whoseMove } from './waiting.js';

const held = (department: 'intake' | 'dispatch') => ({ department, since: '2026-11-20T21:00:00.000Z' });

const waitingFor = (fault: Omit<Parameters<typeof whoseMove>[0], 'disputed'>, disputed = false) =>
  whoseMove({ ...fault, disputed });

describe('whose move it is with a fault', () => {
  it('is ours until the user is answered, also while dispatch is at work and after the repair', () => {
    expect(waitingFor({ status: 'received', answered: false, confirmed: false, holder: held('dispatch') })).toBe('us');
    expect(waitingFor({ status: 'joined', answered: false, confirmed: false, holder: held('intake') })).toBe('us');
    expect(waitingFor({ status: 'resolved', answered: false, confirmed: false, holder: held('dispatch') })).toBe('us');
  });
  it('is ours until somebody has taken the request over', () => {
    expect(waitingFor({ status: 'responded', answered: true, confirmed: false, holder: held('intake') })).toBe('us');
    expect(waitingFor({ status: 'responded', answered: true, confirmed: false, holder: held('dispatch') })).toBe(
      'department',
    );
  });
  it('is that of the request a report was joined to', () =>
    expect(waitingFor({ status: 'joined', answered: true, confirmed: false, holder: held('intake') })).toBe(
      'department',
    ));
  it("is the verdict after the repair, supervision's once the user has confirmed it, and nobody's at the end", () => {
    expect(waitingFor({ status: 'resolved', answered: true, confirmed: true, holder: held('dispatch') })).toBe(
      'department',
    );
    expect(waitingFor({ status: 'resolved', answered: true, confirmed: false, holder: held('dispatch') })).toBe(
      'confirmation',
    );
    expect(waitingFor({ status: 'closed', answered: true, confirmed: false, holder: null })).toBeNull();
  });
  it('is ours again where the user disputes the repair, until it is closed', () => {
    const repaired = { status: 'resolved', answered: true, confirmed: true, holder: held('dispatch') } as const;
    expect(waitingFor(repaired, true)).toBe('us');
    expect(waitingFor({ ...repaired, status: 'closed', holder: null }, true)).toBeNull();
  });
});
