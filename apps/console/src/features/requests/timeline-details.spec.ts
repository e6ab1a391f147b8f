import { describe, expect, it } from '@jest/globals';
import { eventWord } from '../../ui/event-word.js';
import { detailsOf } from './timeline-details.js';

describe('what a timeline shows of a fact', () => {
  it('is text, times, departments, reasons and lists, in a fixed order', () => {
    expect(
      detailsOf({
        dueAt: '2026-11-22T12:00:00Z',
        signedBy: '王敏',
        reason: 'waiting-for-user',
        holder: 'dispatch',
        lines: [{ partId: 'x', name: '电源模块', quantity: 2 }],
        internalId: '7',
      }),
    ).toEqual([
      { name: 'lines', kind: 'list', values: ['电源模块 × 2'] },
      { name: 'reason', kind: 'reason', value: 'waiting-for-user' },
      { name: 'signedBy', kind: 'text', value: '王敏' },
      { name: 'holder', kind: 'department', value: 'dispatch' },
      { name: 'dueAt', kind: 'time', value: '2026-11-22T12:00:00Z' },
    ]);
  });
  it('leaves out what is empty or not for people', () => {
    expect(detailsOf({ lines: [], reason: '', note: null, missing: [{ partId: 'x' }] })).toEqual([]);
  });
  it('names the code of a vocabulary by its words', () => {
    expect(detailsOf({ nature: 'line' })).toEqual([{ name: 'nature', kind: 'code', value: 'nature.line' }]);
  });
  it('takes the words of an event without its version', () => {
    expect(eventWord('dispatch.order-signed.v1')).toBe('event.dispatch.order-signed');
  });
});
