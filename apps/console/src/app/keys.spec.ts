import { expect, it } from '@jest/globals';
import { askedBy } from './keys.js';

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

it.each([
  [press('k', { ctrlKey: true }), true, 'palette'],
  [press('K', { metaKey: true }), false, 'palette'],
  [press('k'), false, null],
  [press('k', { ctrlKey: true, altKey: true }), false, null],
  [press('?'), false, 'help'],
  [press('?'), true, null],
  [press('?', { isComposing: true }), false, null],
  [press('?', { ctrlKey: true }), false, null],
])('%j, typing: %s, asks for %s', (pressed, typing, asked) => {
  expect(askedBy(pressed, typing)).toBe(asked);
});
