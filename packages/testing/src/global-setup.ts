import { randomUUID } from 'node:crypto';
import { chooseTestEnvironment } from './choose-test-environment.js';
import type { TestPostgres } from './test-environment.js';

/** Starts the PostgreSQL that integration tests clone their databases on, says what they stand on, and tells the workers. */
export default async function setup(): Promise<void> {
  process.env.PLEDGE_TEST_RUN ??= randomUUID().slice(0, 8);
  const { environment, because } = await chooseTestEnvironment();
  process.env.PLEDGE_TEST_GROUND = environment;
  if (process.env.PLEDGE_TEST_POSTGRES_URL !== undefined) {
    say(`integration tests run on the PostgreSQL of PLEDGE_TEST_POSTGRES_URL, NATS in ${environment}`);
    return;
  }
  if (environment === 'containers') {
    say('integration tests run in containers');
    const { containerPostgres } = await import('./postgres-in-container.js');
    running.postgres = await containerPostgres();
  } else {
    say(`integration tests run on the standalone PostgreSQL and NATS: ${because}`);
    const { standalonePostgres } = await import('./postgres-standalone.js');
    running.postgres = await standalonePostgres();
  }
  process.env.PLEDGE_TEST_POSTGRES_URL = running.postgres.url;
}

/** What the tear-down has to stop. */
export const running: { postgres?: TestPostgres } = {};

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
