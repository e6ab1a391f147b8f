import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from './next-due.js';
import { firstRunning, nextDue } from './next-due.js';

const clock = (promise: Clock['promise'], dueAt: string, rest: Partial<Clock> = {}): Clock => ({
  ...{ promise, dueAt, state: 'running', doneAt: null },
  ...rest,
});
const respond = clock('respond', '2026-11-20T09:30:00.000Z');
const arrive = clock('arrive', '2026-11-20T12:00:00.000Z');
const open = { closed: false, answered: false, disputed: null };

describe('what is due next of a request', () => {
  it('is the clock that runs out first, in whatever order they were stamped', () =>
    expect(nextDue({ ...open, clocks: [arrive, respond] })).toEqual({ what: 'respond', at: respond.dueAt }));
  it('is not the first word once the user is answered, also before supervision has said that it is kept', () =>
    expect(nextDue({ ...open, answered: true, clocks: [respond, arrive] })).toEqual({
      what: 'arrive',
      at: arrive.dueAt,
    }));
  it('goes by where supervision has moved a clock', () => {
    const moved = { ...respond, state: 'paused', dueAt: '2026-11-21T09:30:00.000Z' } as const;
    expect(nextDue({ ...open, clocks: [moved, arrive] })?.what).toBe('arrive');
  });
  it('is not what was done late, nor what is void', () => {
    const late = { ...respond, state: 'done-late', doneAt: '2026-11-20T11:00:00.000Z' } as const;
    expect(nextDue({ ...open, clocks: [late, { ...arrive, state: 'void' }] })).toBeNull();
  });
  it('is what is overdue, for it still has to be done', () =>
    expect(nextDue({ ...open, clocks: [{ ...respond, state: 'breached' }, arrive] })?.what).toBe('respond'));
  it('is what the user disputes, before any clock', () => {
    const disputed = { at: '2026-11-22T08:00:00.000Z' };
    expect(nextDue({ ...open, disputed, clocks: [respond] })).toEqual({ what: 'disputed', at: disputed.at });
  });
  it('is nothing once the request is closed', () =>
    expect(nextDue({ ...open, closed: true, clocks: [respond] })).toBeNull());

  it('never is later than any other that still runs', () => {
    const clocks = fc.array(
      fc.record({
        promise: fc.constantFrom<Clock['promise'][]>('respond', 'arrive', 'resolve'),
        dueAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        state: fc.constantFrom<Clock['state'][]>('running', 'paused', 'breached', 'void'),
        doneAt: fc.constantFrom(null, '2026-11-20T11:00:00.000Z'),
      }),
    );
    fc.assert(
      fc.property(clocks, fc.boolean(), (all, answered) => {
        const first = firstRunning(all, answered);
        const runs = all.filter(
          (one) => one.doneAt === null && one.state !== 'void' && !(answered && one.promise === 'respond'),
        );
        if (first === null) expect(runs).toEqual([]);
        else for (const one of runs) expect(Date.parse(first.dueAt)).toBeLessThanOrEqual(Date.parse(one.dueAt));
      }),
    );
  });
});
