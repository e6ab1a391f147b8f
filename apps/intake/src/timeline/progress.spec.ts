import { describe, expect, it } from '@jest/globals';
import type { Passed } from './progress.js';
import { stepsOf } from './progress.js';

const at = '2026-11-22T08:00:00.000Z';
const passed = (types: readonly string[], more: Partial<Passed> = {}): Passed => ({
  kind: 'fault',
  closedAt: null,
  status: 'received',
  receivedAt: at,
  respondedAt: null,
  facts: new Map(
    types.map((type) => [type, { at, by: '陈工', detail: { expectedArrivalAt: '2026-11-22T09:00:00.000Z' } }]),
  ),
  ...more,
});
const states = (steps: ReturnType<typeof stepsOf>) => steps.map(({ step, state }) => `${step} ${state}`);

describe('the steps of a request', () => {
  it('begin with an answer that is owed', () =>
    expect(states(stepsOf(passed([]))).slice(0, 3)).toEqual([
      'received done',
      'responded current',
      'assigned to-come',
    ]));

  it('show an answer that is still owed although the engineer is on the way', () => {
    const steps = states(stepsOf(passed(['dispatch.order-assigned.v1', 'dispatch.engineer-departed.v1'])));
    expect(steps).toEqual([
      'received done',
      'responded current',
      'assigned done',
      'departed done',
      'arrived current',
      'restored to-come',
      'signed to-come',
      'closed to-come',
    ]);
  });

  it('name the engineer who comes and the user who signed, not who wrote it down', () => {
    const detail = { engineerName: '张工', signedBy: '王敏' };
    const facts = ['dispatch.order-assigned.v1', 'dispatch.engineer-arrived.v1', 'dispatch.order-signed.v1'].map(
      (type) => [type, { at, by: '陈工', detail }] as const,
    );
    const named = stepsOf(passed([], { facts: new Map(facts) })).filter(({ by }) => by !== null);
    expect(named.map(({ step, by }) => [step, by])).toEqual([
      ['assigned', '张工'],
      ['arrived', '陈工'],
      ['signed', '王敏'],
    ]);
  });

  it('tell when the engineer is expected (S-42)', () => {
    const arrived = stepsOf(passed(['dispatch.engineer-departed.v1'])).find(({ step }) => step === 'arrived');
    expect(arrived?.expectedAt).toBe('2026-11-22T09:00:00.000Z');
  });

  it('end with the answer for a report that joined another', () =>
    expect(states(stepsOf(passed([], { status: 'joined', respondedAt: at })))).toEqual([
      'received done',
      'responded done',
    ]));
});
