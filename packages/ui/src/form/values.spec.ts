import { describe, expect, it } from '@jest/globals';
import { arriveOnSite, assignOrder, receiveStock, recordMeasures } from '@pledge/contracts/http';
import { fieldsOf } from '../fields/schema.js';
import { givenValues, startingValues } from './values.js';

describe('what a form holds at first', () => {
  it('is what the step says, then what the record holds where the body takes it, then nothing', () => {
    const record = {
      cause: null,
      nature: 'line',
      category: 'gone',
      location: '3F',
      toolsToCarry: ['meter'],
      status: 'open',
    };
    const fields = fieldsOf(assignOrder);
    expect(startingValues(assignOrder, fields, { category: 'network' }, record)).toEqual({
      engineerId: undefined,
      cause: undefined,
      nature: 'line',
      category: 'network',
      location: '3F',
      partsToCarry: undefined,
      toolsToCarry: ['meter'],
    });
  });
  it('is no for what is to be ticked', () => {
    expect(startingValues(recordMeasures, fieldsOf(recordMeasures), {}, {})).toMatchObject({ siteCleaned: false });
    expect(startingValues(arriveOnSite, fieldsOf(arriveOnSite, ['occurredAt']), {}, {})).toEqual({
      conduct: { badge: false, tidyDress: false, shoeCovers: false },
    });
  });
});

it('leaves out what may be left out and was left empty', () => {
  const fields = fieldsOf(receiveStock);
  expect(givenValues(fields, { quantity: 1, reference: '', more: 2 })).toEqual({ quantity: 1, reference: '' });
  expect(givenValues(fieldsOf(assignOrder), { partsToCarry: undefined })).toEqual({});
});
