import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandalone } from '@pledge/standalone';
import { freePort } from '@pledge/standalone/nats';
import type { BreakableStack } from './stack.js';

/**
 * The stack in a folder of its own that is gone afterwards.
 * @param further what its services are told besides, e.g. `IMAP_URL`
 */
export async function stackOnStandalone(
  say?: (line: string) => void,
  further: Readonly<Record<string, string>> = {},
): Promise<BreakableStack> {
  const dir = await mkdtemp(join(tmpdir(), 'pledge-stack-'));
  const env = { PLEDGE_DEMO: 'true', DEMO_SIGN_IN: 'loopback', LOG_LEVEL: 'warn', ...further };
  const stack = await startStandalone({ dir, port: await freePort(), env, ...(say && { say }) });
  return {
    environment: 'standalone',
    url: stack.url,
    databaseUrl: (database) => Object.assign(new URL(stack.databaseServer), { pathname: `/${database}` }).href,
    postgresLog: join(dir, 'logs', 'postgres.log'),
    pids: () => ({ ...stack.pids() }),
    stopService: (name) => stack.stopService(name),
    startService: (name) => stack.startService(name),
    kill: (name) => stack.kill(name),
    halt: (name) => stack.halt(name),
    wipeNats: () => stack.wipeNats(),
    restartPostgres: () => stack.restartPostgres(),
    async close() {
      await stack.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
