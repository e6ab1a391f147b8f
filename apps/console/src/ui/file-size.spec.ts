import { expect, it } from '@jest/globals';
import { sizeOf } from './file-size.js';

it.each([
  [640, '640 B'],
  [12_300, '12 KB'],
  [3_565_158, '3.4 MB'],
])('%d bytes are said as %s', (bytes, said) => {
  expect(sizeOf(bytes)).toBe(said);
});
