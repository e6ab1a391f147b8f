import { freePort, untilItGreets } from '@pledge/standalone/nats';
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer } from 'testcontainers';
import { busConfig } from './bus-config.js';
import type { OwnServer } from './own-server.js';

const configFile = '/pledge-test.conf';
const inside = 4222;

/** Signals and starts go through the engine, and the host's port is fixed, so that clients find the server again. */
export async function containerBus(further: string): Promise<OwnServer> {
  const port = await freePort();
  const engine = (await getContainerRuntimeClient()).container;
  const make = (): Promise<StartedTestContainer> =>
    new GenericContainer('nats:2.10')
      .withExposedPorts({ container: inside, host: port })
      .withCopyContentToContainer([
        { content: busConfig({ port: inside, storeFolder: '/data', further }), target: configFile, mode: 0o644 },
      ])
      .withCommand(['-c', configFile])
      .start();

  let container = await make();
  const handle = () => engine.getById(container.getId());
  const isOver = (): boolean => false;
  await untilItGreets(port, isOver);

  const bus: OwnServer = {
    url: `nats://127.0.0.1:${port}`,
    port,
    stop: async () => {
      await handle().stop();
    },
    start: async () => {
      await handle().start();
      await untilItGreets(port, isOver);
    },
    restart: async () => {
      await bus.stop();
      await bus.start();
    },
    kill: async () => {
      await handle().kill({ signal: 'SIGKILL' });
      await handle().wait();
    },
    // The store lives in the container's own layer and goes with it.
    wipe: async () => {
      await bus.remove();
      container = await make();
      await untilItGreets(port, isOver);
    },
    remove: async () => {
      await handle().remove({ force: true, v: true });
    },
  };
  return bus;
}
