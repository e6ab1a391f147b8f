import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Service } from '@pledge/contracts';
import { departments } from '@pledge/contracts';
import { freePort } from '@pledge/standalone/nats';
import { DockerComposeEnvironment, Wait } from 'testcontainers';
import type { RunningHouse } from './house.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const startupMs = 900_000;
// The engine looks at health every ten seconds; whether a service answers is asked here, four times a second.
const asksItself: readonly Service[] = [...departments, 'notifier'];

/** The house of `docker-compose.yml`, built and started from nothing, in a project of its own that is gone afterwards. */
export async function houseInContainers(say: (line: string) => void): Promise<RunningHouse> {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const since = Date.now();
  const compose = new DockerComposeEnvironment(checkout, 'docker-compose.yml');
  for (const name of asksItself) compose.withWaitStrategy(`${name}-1`, Wait.forSuccessfulCommand('true'));
  const started = await compose
    .withProjectName(`pledge-journey-${String(process.pid)}`)
    .withEnvironment({ PLEDGE_PORT: String(port), LOG_LEVEL: 'warn' })
    .withWaitStrategy('gateway-1', Wait.forHealthCheck())
    .withStartupTimeout(startupMs)
    .withBuild()
    .up();
  say(`containers built and started (${String(Date.now() - since)} ms)`);
  await untilHealthy(url + healthOf('gateway'));

  const container = (name: Service | 'nats') => started.getContainer(`${name}-1`);
  return {
    ground: 'containers',
    url,
    async stopService(name) {
      await container(name).stop({ remove: false, timeout: 15_000 });
    },
    async startService(name) {
      await container(name).restart();
      if (name !== 'nats') await untilHealthy(url + healthOf(name));
    },
    async close() {
      await started.down({ removeVolumes: true, timeout: 15_000 });
    },
  };
}

const healthOf = (name: Service): string => (name === 'gateway' ? '/api/health' : `/api/${name}/health/ready`);

async function untilHealthy(address: string): Promise<void> {
  for (const until = Date.now() + 180_000; Date.now() < until;) {
    const ready = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await rest(250);
  }
  const last = await fetch(address).then(
    (answer) => answer.text(),
    (failure: unknown) => String(failure),
  );
  throw new Error(`${address} did not get ready: ${last}`);
}
