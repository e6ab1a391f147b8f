import { expect, it } from '@jest/globals';
import { faultsOf, variablesIn } from './variables.js';

it('finds each variable of a text once', () => {
  expect(variablesIn('{{number}} 已受理，{{ customer }}，编号 {{number}}')).toEqual(['number', 'customer']);
});

it('tells what no request has, and what one language lacks', () => {
  expect(faultsOf({ zh: '{{number}} {{moon}}', en: '{{number}}' }, ['number'])).toEqual({
    unknown: ['moon'],
    lopsided: ['moon'],
  });
  expect(faultsOf({ zh: '{{number}}', en: 'No. {{number}}' }, ['number'])).toEqual({ unknown: [], lopsided: [] });
});
