import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReplyOf, Service } from '@pledge/contracts';
import { departments } from '@pledge/contracts';
import { getHealth } from '@pledge/contracts/http';
import { freePort } from '@pledge/standalone/nats';
import { DockerComposeEnvironment, Wait } from 'testcontainers';
import type { RunningStack } from './stack.js';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const startupMs = 900_000;
// The engine looks at health every ten seconds; whether a service answers is asked here, four times a second.
const asksItself: readonly Service[] = [...departments, 'notifier'];

/** The stack of `docker-compose.yml`, built and started from nothing, in a project of its own that is gone afterwards. */
export async function stackInContainers(say: (line: string) => void): Promise<RunningStack> {
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
  await untilReady(url, ({ ready }) => ready);

  const container = (name: Service | 'nats') => started.getContainer(`${name}-1`);
  return {
    environment: 'containers',
    url,
    async stopService(name) {
      await container(name).stop({ remove: false, timeout: 15_000 });
    },
    async startService(name) {
      await container(name).restart();
      if (name !== 'nats') await untilReady(url, ({ services }) => services[name].ready);
    },
    async close() {
      await started.down({ removeVolumes: true, timeout: 15_000 });
    },
  };
}

type Health = ReplyOf<typeof getHealth>;

/** Departments are not reached from outside the containers: what the gateway says of the whole stack tells of each. */
async function untilReady(url: string, isReady: (stack: Health) => boolean): Promise<void> {
  let last: unknown;
  for (const until = Date.now() + 180_000; Date.now() < until;) {
    try {
      const answer = await fetch(`${url}/api/health`);
      last = await answer.text();
      if (isReady(getHealth.reply.parse(JSON.parse(String(last))))) return;
    } catch (failure) {
      last ??= failure;
    }
    await rest(250);
  }
  throw new Error(`${url}/api/health did not say that it is ready: ${String(last)}`);
}
