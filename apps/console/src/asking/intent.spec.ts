import { describe, expect, it } from '@jest/globals';
import { intentFor } from './intent.js';

describe('the key of an intent', () => {
  it('is fresh for a new one', () => {
    expect(intentFor('close', null, () => 'k1')).toEqual({ key: 'k1', said: 'close' });
  });
  it('stays the same when the same is sent again after no answer came', () => {
    expect(intentFor('close', { key: 'k1', said: 'close' }, () => 'k2')).toEqual({ key: 'k1', said: 'close' });
  });
  it('is fresh when something else is said', () => {
    expect(intentFor('close', { key: 'k1', said: 'sign' }, () => 'k2')).toEqual({ key: 'k2', said: 'close' });
  });
});
