import { expect, it } from '@jest/globals';
import { partOf } from './cause.js';

it('a part of a cause has a key of its own, and does not expect the version of the record the person saw', () => {
  const cause = { by: 'person:agent-1', key: 'k', fingerprint: 'f', expectedVersion: 3, wantsView: true };
  expect(partOf(cause, 'told')).toEqual({ by: 'person:agent-1', key: 'k/told', fingerprint: 'f', wantsView: true });
});
