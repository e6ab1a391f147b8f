import { describe, expect, it } from '@jest/globals';
import { draftFrom, emptyDraft, isBegun } from './draft.js';

describe('the draft of a report', () => {
  it('comes back as it was kept, with the key of a report that got no answer', () => {
    const draft = {
      values: { description: '门禁失灵', impact: 'major' as const },
      unanswered: { key: 'k', said: 's' },
    };
    expect(draftFrom(JSON.stringify(draft))).toEqual(draft);
  });
  it.each([[null], ['{'], ['[]'], ['{"values":3}'], ['null']])('is empty where %p was kept', (stored) => {
    expect(draftFrom(stored)).toEqual(emptyDraft);
  });
  it('forgets a key that is none', () => {
    expect(draftFrom('{"values":{},"unanswered":{"key":1}}').unanswered).toBeNull();
  });
  it('is begun once somebody typed', () => {
    expect(isBegun(emptyDraft)).toBe(false);
    expect(isBegun({ ...emptyDraft, values: { reportedBy: { phone: '138' } } })).toBe(true);
    expect(isBegun({ ...emptyDraft, values: { description: 'x' } })).toBe(true);
  });
});
