import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { environment } from './test-environment.js';
import type { Bus, OwnServer } from './own-server.js';

export type { Bus } from './own-server.js';

export interface FreshBusOptions {
  /** One server for all tests of the file, which is the rule, or a new one for each test. */
  readonly per?: 'test' | 'file';
  /** Lines of nats.conf besides `port` and `jetstream { store_dir }`: users, permissions, limits. */
  readonly config?: string;
}

/** A NATS server with JetStream of its own. Call it at the top of a test file; what it returns is for tests and their hooks. */
export function freshBus({ per = 'file', config = '' }: FreshBusOptions = {}): () => Bus {
  let current: OwnServer | undefined;
  const replace = async (): Promise<void> => {
    await current?.remove();
    current = undefined;
    current = await startOwnServer(config);
  };
  if (per === 'file') beforeAll(replace);
  else beforeEach(replace);
  afterAll(() => current?.remove());
  return () => {
    if (current === undefined) throw new Error('freshBus: there is none outside of a test and its hooks');
    return current;
  };
}

async function startOwnServer(config: string): Promise<OwnServer> {
  if (environment() === 'containers') {
    const { containerBus } = await import('./bus-in-container.js');
    return containerBus(config);
  }
  const { standaloneBus } = await import('./bus-standalone.js');
  return standaloneBus(config);
}
