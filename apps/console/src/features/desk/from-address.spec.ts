import { expect, it } from '@jest/globals';
import { beginningAt } from './from-address.js';

const customerId = '018f7a52-0000-7000-8000-000000000001';

it.each([
  ['', null],
  [`customerId=${customerId}`, null],
  ['call=new', { values: {} }],
  [`call=new&customerId=${customerId}&siteId=x`, { values: { customerId } }],
])('a call at the address ?%s begins with %j', (address, beginning) => {
  expect(beginningAt(new URLSearchParams(address))).toEqual(beginning);
});
