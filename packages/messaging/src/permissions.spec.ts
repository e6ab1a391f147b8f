import { expect, it } from '@jest/globals';
import { natsConfig } from './permissions.js';

it.each([
  [undefined, 'sync_interval: always'],
  ['2m', 'sync_interval: 2m'],
])('a server that is told %p writes to the disk accordingly', (syncInterval, line) => {
  expect(natsConfig({ users: [], storeDir: '/data', syncInterval })).toContain(`  ${line}\n`);
});
