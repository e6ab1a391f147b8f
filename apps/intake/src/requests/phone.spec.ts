import { describe, expect, it } from '@jest/globals';
import { digits } from './phone.js';

describe('a phone as it is compared', () => {
  it.each(['138 0013 8000', '+86 138-0013-8000', '0086 13800138000', '８６１３８００１３８０００', '0 138 0013 8000'])(
    'is the same number in every style: %s',
    (written) => expect(digits(written)).toBe('13800138000'),
  );

  it('of a fixed line is the same with and without zero, country and extension', () => {
    for (const written of [
      '021-6234 5678',
      '(021)62345678',
      '+86 21 6234 5678',
      '02162345678 转 801',
      '21-62345678 ext. 9',
    ])
      expect(digits(written)).toBe('2162345678');
  });

  it('keeps a local number that begins like the country code', () => expect(digits('8612 3456')).toBe('86123456'));
  it('of nobody is empty', () => expect(digits(null)).toBe(''));
});
