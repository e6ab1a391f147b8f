import { describe, expect, it } from '@jest/globals';
import { missingOf } from './facts.js';

const told = {
  cause: '进水',
  occurredAt: '2026-11-20T21:00:00.000Z',
  nature: 'equipment',
  category: 'network',
  location: '3 号楼',
  impact: 'partial',
  measuresTaken: '重启',
};

describe('the seven facts of a fault (S-35)', () => {
  it('miss nothing where all were said', () => expect(missingOf(told)).toEqual([]));
  it('miss what nobody said, and a nature that is to be found out', () =>
    expect(missingOf({ ...told, nature: 'unknown', cause: null, measuresTaken: null })).toEqual([
      'cause',
      'nature',
      'measuresTaken',
    ]));
});
