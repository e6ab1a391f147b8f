import { expect, it } from '@jest/globals';
import { listOrders } from '@pledge/contracts/http';
import { askedOf } from './use-list-address.js';

const views = [
  { word: 'filter.open', query: { open: 'true' } },
  { word: 'filter.all', query: {} },
];
const asked = (address: string) => {
  const { view, query } = askedOf(listOrders, views, new URLSearchParams(address));
  return [view?.word, query];
};

it.each([
  ['', ['filter.open', { open: 'true' }]],
  ['view=filter.all', ['filter.all', {}]],
  ['view=filter.open&q=DO', ['filter.open', { open: 'true', q: 'DO' }]],
  ['q=DO', [undefined, { q: 'DO' }]],
  ['status=nonsense', ['filter.open', { open: 'true' }]],
  ['view=nonsense', ['filter.open', { open: 'true' }]],
])('the address ?%s shows %j', (address, expected) => expect(asked(address)).toEqual(expected));
