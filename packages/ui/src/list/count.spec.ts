import { expect, it } from '@jest/globals';
import { countOf } from './count.js';

it.each([
  [undefined, 50, true, '50+'],
  [undefined, 7, false, '7'],
  [692, 50, true, '692'],
  [1_000, 50, true, '1000'],
  [1_001, 50, true, '1000+'],
])('of a total of %p with %d shown, more to come: %p, it says %s', (total, shown, hasMore, said) =>
  expect(countOf(total, shown, hasMore)).toBe(said),
);
