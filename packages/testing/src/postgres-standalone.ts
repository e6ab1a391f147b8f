import { rm } from 'node:fs/promises';
import { freePort, startPostgres, temporaryFolder } from '@pledge/standalone/postgres';
import { carelessSettings, type TestPostgres } from './test-environment.js';

export async function standalonePostgres(): Promise<TestPostgres> {
  const folder = await temporaryFolder('pledge-test-postgres-');
  const server = await startPostgres({
    folder,
    port: await freePort(),
    password: 'only-in-tests',
    settings: carelessSettings,
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
