import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OpenFault, Telling } from './duplicates.js';
import { liveKeyOf, sameFault } from './duplicates.js';

const nobody = { phone: '', email: null, text: '', receivedAt: '2026-11-22T08:30:00.000Z' };

const telling = (equipmentId: string | null, category: Telling['category'], more: Partial<Telling> = {}): Telling => ({
  ...nobody,
  equipmentId,
  category,
  ...more,
});
const open = (requestId: string, more: Partial<OpenFault> = {}): OpenFault => ({
  requestId,
  number: `FR-${requestId}`,
  equipmentId: null,
  category: 'access-control',
  ...nobody,
  receivedAt: '2026-11-22T08:00:00.000Z',
  ...more,
});

describe('the same fault (S-04)', () => {
  it('is the same equipment, whatever the category says', () =>
    expect(sameFault(telling('e1', 'network'), [open('a', { equipmentId: 'e1' })])?.requestId).toBe('a'));

  it('is not another piece of equipment at the same site', () =>
    expect(sameFault(telling('e2', 'access-control'), [open('a', { equipmentId: 'e1' })])).toBeUndefined());

  it('is the same category where the caller cannot name the equipment', () =>
    expect(sameFault(telling(null, 'access-control'), [open('a', { equipmentId: 'e1' })])?.requestId).toBe('a'));

  it('is the same category where the open report named no equipment', () =>
    expect(sameFault(telling('e1', 'access-control'), [open('a')])?.requestId).toBe('a'));

  it('is not another category', () => expect(sameFault(telling(null, 'network'), [open('a')])).toBeUndefined());

  it('is the oldest of several', () => {
    const later = open('b', { receivedAt: '2026-11-22T09:00:00.000Z' });
    expect(sameFault(telling(null, 'access-control'), [later, open('a')])?.requestId).toBe('a');
  });

  it('is the one with the same equipment before an older one of the category', () => {
    const named = open('b', { equipmentId: 'e1', receivedAt: '2026-11-22T09:00:00.000Z' });
    expect(sameFault(telling('e1', 'access-control'), [open('a'), named])?.requestId).toBe('b');
  });

  describe('told again', () => {
    const said = { phone: '13800000001', text: '三楼网络断了，无法上网' };
    const first = open('a', { ...said, category: 'other' });
    const again = (more: Partial<Telling> = {}) =>
      telling(null, 'network', {
        ...said,
        text: '三楼网络断了,无法上网!',
        receivedAt: '2026-11-22T08:10:00.000Z',
        ...more,
      });

    it('is the same within ten minutes, whatever category it was given', () =>
      expect(sameFault(again(), [first])?.requestId).toBe('a'));
    it('is the same by its e-mail address too', () => {
      const mailed = { phone: '', email: 'Wang.Min@example.com' };
      expect(sameFault(again(mailed), [{ ...first, email: 'wang.min@example.com' }])?.requestId).toBe('a');
    });
    it('is another after ten minutes, of another caller, in other words, or of a caller who named nothing', () => {
      expect(sameFault(again({ receivedAt: '2026-11-22T08:10:00.001Z' }), [first])).toBeUndefined();
      expect(sameFault(again({ phone: '13900000002' }), [first])).toBeUndefined();
      expect(sameFault(again({ text: '道闸抬杆后不落' }), [first])).toBeUndefined();
      expect(sameFault(again({ phone: '' }), [{ ...first, phone: '' }])).toBeUndefined();
    });
    it('is another where both name their device', () =>
      expect(sameFault({ ...again(), equipmentId: 'e2' }, [{ ...first, equipmentId: 'e1' }])).toBeUndefined());
  });

  it('does not depend on the order in which the open faults are listed', () => {
    const fault = fc.record({
      requestId: fc.uuid(),
      number: fc.constant('FR'),
      phone: fc.constantFrom('', '1'),
      email: fc.constant(null),
      text: fc.constantFrom('断网', '无法上网'),
      equipmentId: fc.option(fc.constantFrom('e1', 'e2', 'e3')),
      category: fc.constantFrom('access-control' as const, 'network' as const),
      receivedAt: fc.integer({ min: 0, max: 1e6 }).map((ms) => new Date(ms).toISOString()),
    });
    const faults = fc.uniqueArray(fault, { selector: ({ receivedAt }) => receivedAt, maxLength: 6 });
    fc.assert(
      fc.property(fc.option(fc.constantFrom('e1', 'e2')), faults, (equipmentId, list) => {
        const report = telling(equipmentId, 'network', { phone: '1', text: '断网' });
        expect(sameFault(report, list)).toEqual(sameFault(report, list.toReversed()));
      }),
    );
  });
});

describe('the key of a live request', () => {
  const report = { requestId: 'r', equipmentId: 'e', siteId: 's', category: 'network' as const };
  const anywhere = { ...report, equipmentId: null };
  it('is its equipment, else its category at the site', () => {
    expect(liveKeyOf(report, [])).toBe('e');
    expect(liveKeyOf(report, [{ facts: { category: 'network' } }])).toBe('e');
    expect(liveKeyOf(anywhere, [{ facts: { cause: '进水' } }])).toBe('s/network');
  });
  it('is its own where somebody separated it, or told its category later', () => {
    expect(liveKeyOf({ ...report, separated: {} }, [])).toBe('e/r');
    expect(liveKeyOf(anywhere, [{ facts: { category: 'network' } }])).toBe('s/network/r');
  });
});
