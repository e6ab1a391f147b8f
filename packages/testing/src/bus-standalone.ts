import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, natsServerBinary, startNats } from '@pledge/standalone/nats';
import { busConfig } from './bus-config.js';
import type { OwnServer } from './own-server.js';

export async function standaloneBus(further: string): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-test-nats-'));
  const storeFolder = join(folder, 'store');
  const configFile = join(folder, 'nats.conf');
  const port = await freePort();
  await writeFile(configFile, busConfig({ port, storeFolder, further }));
  const binary = await natsServerBinary(join(process.cwd(), '.pledge', 'bin'));
  const launch = () => startNats({ binary, configFile, port, log: join(folder, 'nats.log') });

  let server = await launch();
  const bus: OwnServer = {
    url: `nats://127.0.0.1:${port}`,
    port,
    stop: () => server.stop(),
    kill: () => server.kill(),
    start: async () => {
      server = await launch();
    },
    restart: async () => {
      await bus.stop();
      await bus.start();
    },
    wipe: async () => {
      await bus.kill();
      await rm(storeFolder, { recursive: true, force: true });
      await bus.start();
    },
    remove: async () => {
      await server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return bus;
}
