import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Call, CallEvent } from './call.js';
import { afterEvent, needsOf } from './call.js';

const at = (second: number) => new Date(Date.parse('2026-11-25T12:00:00.000Z') + second * 1000).toISOString();
const lin = { personId: 'lin', name: '林小雨' };
const heard = (event: CallEvent['event'], second: number, by: CallEvent['by'] = null): CallEvent => ({
  callId: 'c-1',
  line: '400',
  event,
  at: at(second),
  by,
});
const after = (...events: CallEvent[]) => events.reduce<Call | null>(afterEvent, null)!;

describe('a call', () => {
  it('rings, is answered and ends', () =>
    expect(after(heard('ringing', 0), heard('answered', 9, lin), heard('ended', 60))).toEqual({
      ...{ callId: 'c-1', line: '400', state: 'ended', startedAt: at(0), answeredAt: at(9), endedAt: at(60) },
      answeredBy: lin,
    }));
  it('that nobody answered is missed, and is to be called back', () => {
    for (const call of [
      after(heard('ringing', 0), heard('missed', 30)),
      after(heard('ringing', 0), heard('ended', 30)),
    ]) {
      expect([call.state, needsOf(call), call.startedAt]).toEqual(['missed', 'call-back', at(0)]);
    }
  });
  it('is not missed once it turns out to have been answered', () =>
    expect(after(heard('ended', 60), heard('answered', 9, lin)).state).toBe('ended'));

  it('is the same whatever the order of its events, and however often each is told', () => {
    const event = fc.record({
      callId: fc.constant('c-1'),
      line: fc.constantFrom('400', '401'),
      event: fc.constantFrom('ringing' as const, 'answered' as const, 'missed' as const, 'ended' as const),
      at: fc.integer({ min: 0, max: 5 }).map(at),
      by: fc.constantFrom(null, lin, { personId: 'xu', name: '许婷婷' }),
    });
    const told = fc.array(event, { minLength: 1, maxLength: 8 }).chain((events) =>
      fc.record({
        events: fc.constant(events),
        again: fc.array(fc.nat({ max: events.length - 1 }), { maxLength: 8 }),
        order: fc.infiniteStream(fc.double({ noNaN: true })).map((stream) => [...stream.take(20)]),
      }),
    );
    fc.assert(
      fc.property(told, ({ events, again, order }) => {
        const all = [...events, ...again.map((index) => events[index]!)];
        const shuffled = all
          .map((one, index) => ({ one, place: order[index] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(after(...shuffled)).toEqual(after(...events));
      }),
      { numRuns: 2000 },
    );
  });
});
