import { describe, expect, it } from '@jest/globals';
import { draftFrom, draftOf, isBegun, newDraft, newestOf } from './draft.js';

const at = (minute: number) => `2026-11-26T09:${String(minute).padStart(2, '0')}:00.000Z`;
const draft = newDraft('d1', at(0), { values: { description: '门禁失灵', impact: 'major' } });

describe('the draft of a report', () => {
  it('comes back from this browser as it was kept, with the key of a report that got no answer', () => {
    const unanswered = { ...draft, unanswered: { key: 'k', said: 's' } };
    expect(draftFrom(JSON.stringify(unanswered))).toEqual(unanswered);
  });

  it('comes back from the server as it was kept', () => {
    const { draftId: id, title, envelopeId, savedAt: updatedAt, values, unanswered } = draft;
    expect(draftOf({ id, title, envelopeId, updatedAt, version: 1, data: { values, unanswered } })).toEqual(draft);
  });

  it.each([[null], ['{'], ['[]'], ['{"values":3}'], ['null']])('is none where %p was kept', (stored) => {
    expect(draftFrom(stored)).toBeNull();
  });

  it('forgets a key that is none', () => {
    expect(draftFrom(JSON.stringify({ ...draft, unanswered: { key: 1 } }))?.unanswered).toBeNull();
  });

  it('is the one typed into last, of what server and browser kept', () => {
    const older = { ...draft, title: 'older' };
    const newer = { ...draft, title: 'newer', savedAt: at(1) };
    const other = { ...draft, draftId: 'd2', savedAt: at(2) };
    expect(newestOf([older, other], [newer])).toEqual([other, newer]);
    expect(newestOf([newer], [older])).toEqual([newer]);
  });

  it('is begun once somebody typed, or called', () => {
    expect(isBegun(newDraft('d1', at(0)))).toBe(false);
    expect(isBegun({ ...draft, values: { reportedBy: { phone: '138' } } })).toBe(true);
    expect(isBegun({ values: { description: 'x' }, envelopeId: null })).toBe(true);
    expect(isBegun({ values: {}, envelopeId: 'e1' })).toBe(true);
    expect(isBegun({ values: { details: { software: '' } }, envelopeId: null })).toBe(false);
    expect(isBegun({ values: { details: { software: 'V3' } }, envelopeId: null })).toBe(true);
  });
});
