import { expect, it } from '@jest/globals';
import { dueState } from './due-state.js';

const hour = 3_600_000;

it.each([
  [2 * hour, null, 'running'],
  [hour, null, 'running'],
  [hour - 1, null, 'soon'],
  [0, null, 'late'],
  [hour, hour, 'kept'],
  [hour, hour + 1, 'done-late'],
] as const)('of what is due in %d ms and done at %p it is %s', (due, done, state) =>
  expect(dueState(due, done, 0)).toBe(state),
);
