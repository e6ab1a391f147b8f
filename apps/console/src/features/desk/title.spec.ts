import { describe, expect, it } from '@jest/globals';
import { looksLikePhone, titleOf } from './title.js';

describe('the tab of a call', () => {
  const card = { customerId: 'c1', name: '云澜国际酒店' };
  it('says the customer and who speaks for them', () => {
    expect(titleOf({ customerId: 'c1', reportedBy: { name: '蒋雯', phone: '138' } }, card)).toBe('云澜国际酒店 · 蒋雯');
    expect(titleOf({ reportedBy: { name: '', phone: '138' } }, undefined)).toBe('138');
  });
  it('never says a customer that is not the one chosen', () => {
    expect(titleOf({ customerId: 'c2' }, card)).toBe('');
    expect(titleOf({}, card)).toBe('');
  });
});

it.each([
  ['13800010040', true],
  ['+86 (21) 5555-1234', true],
  ['CP2605', false],
  ['138', false],
  ['FR-20261126-0006', false],
])('%s can be called back: %s', (text, callable) => {
  expect(looksLikePhone(text)).toBe(callable);
});
