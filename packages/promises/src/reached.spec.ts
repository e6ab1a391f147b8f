import { describe, expect, it } from '@jest/globals';
import { firstReached } from './reached.js';

const now = '2026-03-02T02:00:00.000Z';
const reached = (told?: string, envelopeReceivedAt: string | null = null, mayBackdate = false) =>
  firstReached({ told, envelopeReceivedAt, now, mayBackdate });

describe('when a report first reached us', () => {
  it('is now where nobody says', () => expect(reached()).toEqual({ at: now, refused: null }));
  it('is what is said, in UTC', () =>
    expect(reached('2026-03-02T09:30:00+08:00')).toEqual({ at: '2026-03-02T01:30:00.000Z', refused: null }));
  it('is the envelope where that came earlier, and what is said where that is earlier', () => {
    expect(reached(undefined, '2026-03-02T01:00:00Z').at).toBe('2026-03-02T01:00:00.000Z');
    expect(reached('2026-03-02T00:30:00Z', '2026-03-02T01:00:00Z').at).toBe('2026-03-02T00:30:00.000Z');
  });
  it('may be two minutes ahead of our clock, and not more', () => {
    expect(reached('2026-03-02T02:02:00Z').refused).toBeNull();
    expect(reached('2026-03-02T02:02:01Z').refused).toBe('received-in-future');
  });
  it('may be seven days ago, and not longer', () => {
    expect(reached('2026-02-23T02:00:00Z').refused).toBeNull();
    expect(reached('2026-02-23T01:59:59Z').refused).toBe('received-too-long-ago');
  });
  it('may be longer ago where its envelope has waited so long: that is known, not said', () => {
    const envelope = '2026-02-10T02:00:00.000Z';
    expect(reached(undefined, envelope)).toEqual({ at: envelope, refused: null });
    expect(reached('2026-02-03T02:00:00Z', envelope).refused).toBeNull();
    expect(reached('2026-02-03T01:59:59Z', envelope).refused).toBe('received-too-long-ago');
  });
  it('may be any time ago where somebody says so who may', () => {
    expect(reached('2026-01-05T02:00:00Z', null, true)).toEqual({ at: '2026-01-05T02:00:00.000Z', refused: null });
    expect(reached('2026-03-02T02:02:01Z', null, true).refused).toBe('received-in-future');
  });
});
