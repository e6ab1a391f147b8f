import { chooseTestEnvironment } from '@pledge/testing/test-environment';
import type { RunningStack } from './stack.js';
import { stackInContainers } from './stack-in-containers.js';
import { stackOnStandalone } from './stack-on-standalone.js';

/** The whole system, in containers where an engine answers and on the standalone parts where none does; says which. */
export async function anyStack(say: (line: string) => void): Promise<RunningStack> {
  if ((await chooseTestEnvironment()).environment === 'containers') {
    say('the journey runs in containers, built from docker-compose.yml');
    return stackInContainers(say);
  }
  say('the journey runs on the standalone PostgreSQL and NATS: no Docker engine answers');
  return stackOnStandalone(say);
}
