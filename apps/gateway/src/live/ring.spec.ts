import { describe, expect, it } from '@jest/globals';
import { Ring } from './ring.js';

const about = (n: number) => ({ type: 't', requestId: null, about: String(n), at: 'now' });
function ringOf(count: number): Ring {
  const ring = new Ring('e-1', 3);
  for (let n = 1; n <= count; n += 1) ring.update(about(n));
  return ring;
}
const idsAfter = (ring: Ring, id: string) => ring.after(id)?.map((entry) => entry.id);

describe('the ring of updates', () => {
  it('gives what came after an id', () => expect(idsAfter(ringOf(4), 'e-1-2')).toEqual(['e-1-3', 'e-1-4']));
  it('gives nothing to who heard the latest', () => {
    expect(idsAfter(ringOf(4), ringOf(4).latest)).toEqual([]);
    expect(idsAfter(new Ring('e-1', 3), 'e-1-0')).toEqual([]);
  });
  it('gives all it has to who heard the one before', () =>
    expect(idsAfter(ringOf(4), 'e-1-1')).toEqual(['e-1-2', 'e-1-3', 'e-1-4']));
  it.each(['e-1-0', 'e-1-5', 'e-2-3', 'e-1-', 'e-1-x', 'e-1--1', '', 'nonsense'])('does not know %s', (id) =>
    expect(ringOf(4).after(id)).toBeUndefined(),
  );
  it('tells a gap like an update, so that who resumes hears of it', () => {
    const ring = ringOf(2);
    ring.gap();
    expect(ring.after('e-1-2')?.[0]?.text).toBe('id: e-1-3\nevent: resync\ndata: {}\n\n');
  });
  it('writes an update as an event', () =>
    expect(new Ring('e-1', 3).update(about(1)).text).toBe(
      'id: e-1-1\nevent: update\ndata: {"type":"t","requestId":null,"about":"1","at":"now"}\n\n',
    ));
});
