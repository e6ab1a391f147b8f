import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dispositionOf } from './saved-file.js';

describe('the name of a file that is handed out', () => {
  it('is told twice: in ASCII, and as it is', () =>
    expect(dispositionOf('门禁 "1".jpg')).toBe(
      `attachment; filename="__ _1_.jpg"; filename*=UTF-8''%E9%97%A8%E7%A6%81%20%221%22.jpg`,
    ));
  it('is one header whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(dispositionOf(name)).toMatch(
          /^attachment; filename="[^"\\%/\r\n]*"; filename\*=UTF-8''[\w%.!~&#$+^`|{}-]*$/u,
        );
      }),
    ));
});
