import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { likeness } from './likeness.js';

describe('the likeness of two texts', () => {
  it('is whole where only width, case and punctuation differ', () => {
    expect(likeness('门禁主机反复重启，读卡无响应。', '门禁主机反复重启 读卡无响应')).toBe(1);
    expect(likeness('ＡＢ-1 is down!', 'ab 1 IS DOWN')).toBe(1);
  });
  it('is large where a word was changed, small where the matter is another, and none where nothing is said', () => {
    expect(likeness('门禁主机反复重启，读卡无响应', '门禁主机不断重启，读卡没有响应')).toBeGreaterThan(0.4);
    expect(likeness('门禁主机反复重启，读卡无响应', '停车场道闸抬杆后不落')).toBeLessThan(0.1);
    expect(likeness('', '')).toBe(0);
    expect(likeness('。。。', '！')).toBe(0);
    expect(likeness('坏', '坏')).toBe(1);
    expect(likeness('坏', '坏了')).toBe(0);
  });
  it('is between 0 and 1, and the same both ways, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const found = likeness(one, other);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(likeness(other, one)).toBe(found);
      }),
    );
  });
});
