import { describe, expect, it } from '@jest/globals';
import type { Candidate, Typed } from './twins.js';
import { likelyTwins } from './twins.js';

const nine = '2026-11-20T09:00:00.000Z';
const typed = (more: Partial<Typed> = {}): Typed => ({
  ...{ siteId: 's1', equipmentId: null, category: 'network', phone: '13800000001', email: null },
  ...{ text: '三楼网络断了，无法上网', receivedAt: '2026-11-20T09:05:00.000Z' },
  ...more,
});
const candidate = (requestId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ requestId, number: requestId, siteId: 's1', equipmentId: null, category: 'other', phone: '', email: null },
  ...{ text: '道闸不落', receivedAt: nine, isFault: true, open: true },
  ...more,
});
const found = (of: Typed, ...candidates: Candidate[]) =>
  likelyTwins(of, candidates).map(({ candidate: { requestId }, reasons, joins }) => [requestId, reasons, joins]);

describe('what is being typed', () => {
  it('is likely the open fault of the same equipment, then of the same place, and the rule would join the first', () =>
    expect(
      found(
        typed({ equipmentId: 'e1' }),
        candidate('place', { category: 'network' }),
        candidate('other'),
        candidate('equipment', { equipmentId: 'e1' }),
      ),
    ).toEqual([
      ['equipment', ['same-equipment'], true],
      ['place', ['same-place'], false],
    ]));

  it('is likely what the same caller asked a moment ago, and the rule would join it, wherever it is about', () => {
    const asked = { phone: '13800000001', text: '三楼网络断了 无法上网', isFault: false, siteId: null };
    const later = { ...asked, receivedAt: '2026-11-20T09:01:00.000Z' };
    expect(found(typed({ siteId: null }), candidate('b', later), candidate('a', asked))).toEqual([
      ['a', ['same-caller-and-text', 'similar-text'], true],
      ['b', ['same-caller-and-text', 'similar-text'], false],
    ]);
  });

  it('is likely what the same caller said a moment ago; at another site only a person can tell', () => {
    const said = { phone: '13800000001', text: '三楼网络断了 无法上网' };
    expect(found(typed(), candidate('a', said))).toEqual([['a', ['same-caller-and-text', 'similar-text'], true]]);
    expect(found(typed(), candidate('a', { ...said, siteId: 's2' }))).toEqual([
      ['a', ['same-caller-and-text', 'similar-text'], false],
    ]);
  });

  it('may be what was said in similar words, but not of another device', () => {
    const text = '三楼网络不通，无法上网';
    expect(found(typed(), candidate('a', { text }))).toEqual([['a', ['similar-text'], false]]);
    expect(found(typed({ equipmentId: 'e1' }), candidate('a', { text, equipmentId: 'e2' }))).toEqual([]);
  });

  it('may be the same again after the repair, which is never joined', () => {
    const mended = { open: false, category: 'network' as const };
    expect(found(typed(), candidate('a', { ...mended, text: '三楼网络断了' }))).toEqual([['a', ['recurrence'], false]]);
    expect(found(typed(), candidate('a', mended))).toEqual([]);
    expect(found(typed({ equipmentId: 'e1' }), candidate('a', { ...mended, equipmentId: 'e1' }))).toEqual([
      ['a', ['recurrence'], false],
    ]);
  });

  it('joins no fault where it is none, and shows five at most, the newest first', () => {
    const many = Array.from({ length: 8 }, (_, n) =>
      candidate(`c${String(n)}`, {
        isFault: false,
        text: typed().text,
        receivedAt: `2026-11-20T08:0${String(n)}:00.000Z`,
      }),
    );
    expect(likelyTwins(typed(), many).map(({ candidate: one, joins }) => [one.requestId, joins])).toEqual([
      ['c7', false],
      ['c6', false],
      ['c5', false],
      ['c4', false],
      ['c3', false],
    ]);
  });
});
