import { describe, expect, it } from '@jest/globals';
import { detailFactsOf, titleOf } from './request-details.js';

describe('what a request of its kind says', () => {
  it('is everything that somebody said, and no code of ours', () => {
    const details = {
      kind: 'complaint',
      againstDepartment: 'dispatch',
      againstPerson: null,
      demand: '道歉',
      aboutRequestId: '01996f00-0000-7000-8000-000000000001',
    } as const;
    expect(detailFactsOf(details)).toEqual([
      { name: 'againstDepartment', kind: 'department', value: 'dispatch' },
      { name: 'demand', kind: 'text', value: '道歉' },
    ]);
    expect(detailFactsOf(null)).toEqual([]);
  });
});

describe('the title', () => {
  it('is the subject, else the first line of the description', () => {
    expect(titleOf({ subject: '咨询', description: '甲\n乙' })).toBe('咨询');
    expect(titleOf({ subject: null, description: '甲\n乙' })).toBe('甲');
  });
  it('is no longer than a heading takes, and breaks no sign apart', () => {
    const title = titleOf({ subject: null, description: '𠮷'.repeat(4000) });
    expect(Array.from(title)).toHaveLength(81);
    expect(title.endsWith('𠮷…')).toBe(true);
  });
});
