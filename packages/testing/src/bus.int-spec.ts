import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { freshBus } from './bus.js';
import { eventually } from './eventually.js';

describe('a fresh bus', () => {
  const bus = freshBus({ per: 'test' });
  let connection: NatsConnection;
  beforeEach(async () => {
    connection = await connect({ servers: bus().url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
    await (await jetstreamManager(connection)).streams.add({ name: 'NOTES', subjects: ['notes.>'] });
    await jetstream(connection).publish('notes.one', 'kept');
  });
  afterEach(() => connection.close());

  const held = () =>
    eventually(async () => (await (await jetstreamManager(connection)).streams.info('NOTES')).state.messages);

  it('keeps what it acknowledged through a restart', async () => {
    await bus().restart();
    expect(await held()).toBe(1);
  });

  it('is dead after a kill until it is started', async () => {
    await bus().kill();
    await expect(connect({ servers: bus().url, reconnect: false, timeout: 500 })).rejects.toThrow();
    await bus().start();
    expect(await held()).toBe(1);
  });

  it('forgets everything when it is wiped', async () => {
    await bus().wipe();
    const names = await eventually(
      async () => (await (await jetstreamManager(connection)).streams.list().next()).length === 0,
    );
    expect(names).toBe(true);
  });
});
