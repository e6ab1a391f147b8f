import { describe, expect, it } from '@jest/globals';
import { draftFrom, draftOf, newDraft } from './draft.js';
import type { Undone } from './first-step.js';
import { undoneIn, wordsOf } from './first-step.js';

const at = '2026-11-26T09:00:00.000Z';
const receipt = {
  ...{
    id: '018f7a52-0000-7000-8000-000000000001',
    number: 'CS-20261126-0001',
    kind: 'consultation',
    status: 'received',
  },
  ...{ receivedAt: at, recordedAt: at, publicToken: 'abcdefghijklmnop', promises: [], joinedTo: null },
} as unknown as Undone['receipt'];
const undone: Undone = { receipt, step: { type: 'answer', body: { text: '在平台里新建人员即可。', via: 'phone' } } };
const draft = { ...newDraft('d1', at, { values: { description: '怎么授权？' } }), undone };

describe('a report whose answer is not known to be there', () => {
  it('is kept with its draft, in this browser and on the server', () => {
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft);
    const { draftId: id, title, envelopeId, savedAt: updatedAt, values, unanswered } = draft;
    const data = JSON.parse(JSON.stringify({ values, unanswered, undone })) as Record<string, unknown>;
    expect(draftOf({ id, title, envelopeId, updatedAt, version: 1, data })).toEqual(draft);
  });
  it.each([
    ['nothing', null],
    ['no step', { receipt }],
    ['a step nobody knows', { receipt, step: { type: 'toString', body: {} } }],
    ['a step without words', { receipt, step: { type: 'answer', body: {} } }],
    ['no number', { receipt: { ...receipt, number: 3 }, step: undone.step }],
  ])('is none where %s was kept', (_what, kept) => expect(undoneIn(kept)).toBeNull());
  it('shows what was typed', () => {
    expect(wordsOf(undone.step)).toBe('在平台里新建人员即可。');
    expect(wordsOf({ type: 'hand-over', body: {} })).toBe('');
  });
});
