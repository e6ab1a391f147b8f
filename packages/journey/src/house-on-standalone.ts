import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandalone } from '@pledge/standalone';
import { freePort } from '@pledge/standalone/nats';
import type { BreakableHouse } from './house.js';

/**
 * The house in a folder of its own that is gone afterwards.
 * @param further what its services are told besides, e.g. `IMAP_URL`
 */
export async function houseOnStandalone(
  say?: (line: string) => void,
  further: Readonly<Record<string, string>> = {},
): Promise<BreakableHouse> {
  const dir = await mkdtemp(join(tmpdir(), 'pledge-house-'));
  const env = { PLEDGE_DEMO: 'true', DEMO_SIGN_IN: 'loopback', LOG_LEVEL: 'warn', ...further };
  const house = await startStandalone({ dir, port: await freePort(), env, ...(say && { say }) });
  return {
    ground: 'standalone',
    url: house.url,
    databaseUrl: (database) => Object.assign(new URL(house.databaseServer), { pathname: `/${database}` }).href,
    pids: () => ({ ...house.pids() }),
    stopService: (name) => house.stopService(name),
    startService: (name) => house.startService(name),
    kill: (name) => house.kill(name),
    halt: (name) => house.halt(name),
    wipeNats: () => house.wipeNats(),
    restartPostgres: () => house.restartPostgres(),
    async close() {
      await house.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
