import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { ground } from './ground.js';

/** A nats-server that belongs to one test (or one file), to be hurt at will. Its URL stays the same throughout. */
export interface Bus {
  readonly url: string;
  readonly port: number;
  /** Orderly. */
  stop(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** SIGKILL, and it stays dead until `start`. */
  kill(): Promise<void>;
  /** SIGKILL, the whole JetStream store deleted, started anew. */
  wipe(): Promise<void>;
}

export interface FreshBusOptions {
  /** One server for all tests of the file, which is the rule, or a new one for each test. */
  readonly per?: 'test' | 'file';
  /** Lines of nats.conf besides `port` and `jetstream { store_dir }`: users, permissions, limits. */
  readonly config?: string;
}

export interface OwnServer extends Bus {
  remove(): Promise<void>;
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
  if (ground() === 'containers') {
    const { containerBus } = await import('./bus-in-container.js');
    return containerBus(config);
  }
  const { standaloneBus } = await import('./bus-standalone.js');
  return standaloneBus(config);
}
