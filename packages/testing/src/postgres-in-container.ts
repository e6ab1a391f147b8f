import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { carelessSettings, type TestPostgres } from './test-environment.js';

export async function containerPostgres(): Promise<TestPostgres> {
  const settings = Object.entries(carelessSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const container = await new PostgreSqlContainer('postgres:17')
    .withEnvironment({ POSTGRES_INITDB_ARGS: '--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C' })
    .withCommand(['postgres', ...settings])
    .start();
  return {
    url: container.getConnectionUri(),
    stop: async () => {
      await container.stop();
    },
  };
}
