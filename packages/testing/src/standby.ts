import { chown, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startPostgres, temporaryFolder } from '@pledge/standalone/postgres';
import { carelessSettings, type TestPostgres } from './test-environment.js';

/** A PostgreSQL in recovery, as a standby is during a fail-over: it can be connected to and read, and refuses LISTEN and every write. */
export async function standbyPostgres(): Promise<TestPostgres> {
  const folder = await temporaryFolder('pledge-test-standby-');
  const options = { folder, port: await freePort(), password: 'only-in-tests', settings: carelessSettings };
  await (await startPostgres(options)).stop();
  const data = join(folder, 'data');
  const { uid, gid } = await stat(data);
  const signal = join(data, 'standby.signal');
  await writeFile(signal, '');
  await chown(signal, uid, gid);
  const server = await startPostgres(options);
  return {
    url: server.url,
    stop: async () => {
      await server.stop('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
