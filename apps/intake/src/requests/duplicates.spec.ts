import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OpenFault } from './duplicates.js';
import { sameFault } from './duplicates.js';

const open = (requestId: string, more: Partial<OpenFault> = {}): OpenFault => ({
  requestId,
  number: `FR-${requestId}`,
  equipmentId: null,
  category: 'access-control',
  receivedAt: '2026-11-22T08:00:00.000Z',
  ...more,
});

describe('the same fault (S-04)', () => {
  it('is the same equipment, whatever the category says', () =>
    expect(sameFault({ equipmentId: 'e1', category: 'network' }, [open('a', { equipmentId: 'e1' })])?.requestId).toBe(
      'a',
    ));

  it('is not another piece of equipment at the same site', () =>
    expect(
      sameFault({ equipmentId: 'e2', category: 'access-control' }, [open('a', { equipmentId: 'e1' })]),
    ).toBeUndefined());

  it('is the same category where the caller cannot name the equipment', () =>
    expect(
      sameFault({ equipmentId: null, category: 'access-control' }, [open('a', { equipmentId: 'e1' })])?.requestId,
    ).toBe('a'));

  it('is the same category where the open report named no equipment', () =>
    expect(sameFault({ equipmentId: 'e1', category: 'access-control' }, [open('a')])?.requestId).toBe('a'));

  it('is not another category', () =>
    expect(sameFault({ equipmentId: null, category: 'network' }, [open('a')])).toBeUndefined());

  it('is the oldest of several', () => {
    const later = open('b', { receivedAt: '2026-11-22T09:00:00.000Z' });
    expect(sameFault({ equipmentId: null, category: 'access-control' }, [later, open('a')])?.requestId).toBe('a');
  });

  it('is the one with the same equipment before an older one of the category', () => {
    const named = open('b', { equipmentId: 'e1', receivedAt: '2026-11-22T09:00:00.000Z' });
    expect(sameFault({ equipmentId: 'e1', category: 'access-control' }, [open('a'), named])?.requestId).toBe('b');
  });

  it('does not depend on the order in which the open faults are listed', () => {
    const fault = fc.record({
      requestId: fc.uuid(),
      number: fc.constant('FR'),
      equipmentId: fc.option(fc.constantFrom('e1', 'e2', 'e3')),
      category: fc.constantFrom('access-control' as const, 'network' as const),
      receivedAt: fc.integer({ min: 0, max: 1e6 }).map((ms) => new Date(ms).toISOString()),
    });
    const faults = fc.uniqueArray(fault, { selector: ({ receivedAt }) => receivedAt, maxLength: 6 });
    fc.assert(
      fc.property(fc.option(fc.constantFrom('e1', 'e2')), faults, (equipmentId, list) => {
        const report = { equipmentId, category: 'network' as const };
        expect(sameFault(report, list)).toEqual(sameFault(report, list.toReversed()));
      }),
    );
  });
});
