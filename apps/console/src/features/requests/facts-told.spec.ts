import { describe, expect, it } from '@jest/globals';
import { factsTold } from './facts-told.js';

describe('the facts that were told', () => {
  it('are those that were asked for and filled in', () => {
    expect(
      factsTold({ cause: ' 电源老化 ', location: '', impact: 'major', nature: null }, ['cause', 'location', 'nature']),
    ).toEqual({ cause: '电源老化' });
  });
  it('say the time as the clock of the company shows it', () => {
    expect(factsTold({ occurredAt: '2026-11-22T19:05' }, ['occurredAt'])).toEqual({
      occurredAt: '2026-11-22T11:05:00.000Z',
    });
    expect(factsTold({ occurredAt: 'just now' }, ['occurredAt'])).toBeNull();
  });
  it('are none where nothing was filled in', () => {
    expect(factsTold({ cause: '  ' }, ['cause'])).toBeNull();
  });
});
