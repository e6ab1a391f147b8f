import { expect, it } from '@jest/globals';
import { Problem, Unreachable } from '@pledge/client';
import { isUnanswered } from './unanswered.js';

it.each([
  [new Unreachable('no answer'), true],
  [new Problem(503, {}), true],
  [new Problem(500, {}), true],
  [new Problem(409, {}), false],
  [new Problem(412, {}), false],
  [new Error('of ours'), false],
])('after %s it is unknown whether the command was done: %p', (error, unknown) =>
  expect(isUnanswered(error)).toBe(unknown),
);
