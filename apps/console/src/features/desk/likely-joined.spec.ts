import { describe, expect, it } from '@jest/globals';
import { likelyJoined } from './likely-joined.js';

const at = (id: string, equipmentId: string | null, category = 'network', status = 'received') =>
  ({ id, number: id, equipmentId, category, status }) as Parameters<typeof likelyJoined>[0][number];

describe('the open request a report will join', () => {
  it('is the one of the same equipment', () => {
    expect(likelyJoined([at('a', null), at('b', 'e1')], 'e1', 'network')?.id).toBe('b');
  });
  it('is one of the same category where no equipment is named', () => {
    expect(likelyJoined([at('a', 'e1', 'parking'), at('b', 'e2')], undefined, 'network')?.id).toBe('b');
  });
  it('is none of another device, and none that was joined itself', () => {
    expect(likelyJoined([at('a', 'e2')], 'e1', 'network')).toBeUndefined();
    expect(likelyJoined([at('a', 'e1', 'network', 'joined')], 'e1', 'network')).toBeUndefined();
  });
});
