import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './changes.js';

describe('what changed in the meantime', () => {
  it('names the fields, not the version', () => {
    const before = { version: 1, status: 'open', engineer: null, possible: ['assign'], tools: ['a'] };
    const after = { version: 2, status: 'assigned', engineer: { name: '李' }, possible: ['accept'], tools: ['a'] };
    expect(changesBetween(before, after)).toEqual(['status', 'engineer']);
  });
  it('is nothing where only the version differs', () => {
    expect(changesBetween({ version: 1, a: 1 }, { version: 2, a: 1 })).toEqual([]);
  });
});
