import { describe, expect, it } from '@jest/globals';
import type { BulkResult } from './bulk.js';
import { stillToDo, tallyOf } from './bulk.js';

describe('what came of it', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const results = new Map<string, BulkResult>([
    ['a', { state: 'done' }],
    ['b', { state: 'refused', detail: '' }],
    ['c', { state: 'changed', detail: '' }],
    ['d', { state: 'unanswered' }],
  ]);
  it('is counted row by row', () => expect(tallyOf(results, keys)).toEqual({ done: 1, refused: 2, open: 2 }));
  it('leaves to do what nobody tried and what had no answer, nothing else', () =>
    expect(stillToDo(results, keys)).toEqual(['d', 'e']));
});
