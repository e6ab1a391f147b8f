import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { livePermissions, natsConfig, natsPermissions, newNkey, provisionPermissions } from './permissions.js';
import { provision } from './provision.js';

const topology = {
  shelves: { boxes: ['boxes.box-filled.v1'] },
  cellar: { boxes: ['boxes.box-filled.v1'] },
  boxes: { boxes: ['boxes.box-sealed.v1'] },
} as const;
const services = ['boxes', 'shelves', 'cellar'];
const names = [...services, 'provision', 'gateway'] as const;
const seeds = new Map(names.map((name) => [name, newNkey()]));
const rightsOf = (name: string) => {
  if (name === 'provision') return provisionPermissions;
  return name === 'gateway' ? livePermissions(services) : natsPermissions(topology, name);
};
const users = [...seeds].map(([name, { nkey }]) => ({ name, nkey, rights: rightsOf(name) }));
const config = natsConfig({ users, storeDir: '/unused' });
const bus = freshBus({ config: config.slice(config.indexOf('authorization')) });

const connections = new Map<string, NatsConnection>();
const as = (name: string) => {
  const found = connections.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const manage = (name: string) => jetstreamManager(as(name), { checkAPI: false, timeout: 2_000 });

beforeAll(async () => {
  for (const [name, { seed }] of seeds) {
    const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
    connections.set(name, await connect({ servers: bus().url, authenticator, inboxPrefix: `_INBOX.${name}` }));
  }
  await provision(await manage('provision'), { services, topology });
});
afterAll(async () => {
  await Promise.all([...connections.values()].map((nc) => nc.close()));
});

describe('on the bus', () => {
  it('a service says its own events, and pulls and acknowledges what it hears', async () => {
    await jetstream(as('boxes')).publish('boxes.box-filled.v1', '{}');
    await jetstream(as('boxes')).publish('probe.boxes', '');
    const consumer = await jetstream(as('shelves')).consumers.get('BOXES', 'shelves-hears-boxes');
    const message = await consumer.next({ expires: 2_000 });
    expect(await message?.ackAck()).toBe(true);
  });

  it('a service hears what it said itself, where the topology lets it', async () => {
    await jetstream(as('boxes')).publish('boxes.box-sealed.v1', '{}');
    const consumer = await jetstream(as('boxes')).consumers.get('BOXES', 'boxes-hears-boxes');
    const message = await consumer.next({ expires: 2_000 });
    expect(message?.subject).toBe('boxes.box-sealed.v1');
    expect(await message?.ackAck()).toBe(true);
  });

  it('the gateway hears everything as it is said', async () => {
    const heard = as('gateway').subscribe('boxes.*.*', { max: 1 });
    await as('gateway').flush();
    await jetstream(as('boxes')).publish('boxes.box-filled.v1', '{"count":7}');
    for await (const message of heard) expect(message.json()).toEqual({ count: 7 });
  });

  for (const [who, what, attempt] of [
    [
      'shelves',
      'say what another department says',
      () => jetstream(as('shelves')).publish('boxes.box-filled.v1', '{}'),
    ],
    ['gateway', 'say anything', () => jetstream(as('gateway')).publish('boxes.box-filled.v1', '{}')],
    ['provision', 'say anything', () => jetstream(as('provision')).publish('boxes.box-filled.v1', '{}')],
    [
      'shelves',
      "look at another's durable",
      async () => (await manage('shelves')).consumers.info('BOXES', 'cellar-hears-boxes'),
    ],
    [
      'shelves',
      'make a durable',
      async () => (await manage('shelves')).consumers.add('BOXES', { durable_name: 'mine' }),
    ],
    [
      'shelves',
      'delete its durable',
      async () => (await manage('shelves')).consumers.delete('BOXES', 'shelves-hears-boxes'),
    ],
    ['boxes', 'delete its stream', async () => (await manage('boxes')).streams.delete('BOXES')],
    ['boxes', 'purge its stream', async () => (await manage('boxes')).streams.purge('BOXES')],
    ['provision', 'delete a stream', async () => (await manage('provision')).streams.delete('BOXES')],
    ['boxes', 'look at another stream', async () => (await manage('boxes')).streams.info('SHELVES')],
    [
      'shelves',
      'read a stream by number',
      async () => (await manage('shelves')).streams.getMessage('BOXES', { seq: 1 }),
    ],
  ] as const) {
    it(`${who} cannot ${what}`, async () => {
      await expect(attempt()).rejects.toThrow(/permission/i);
    });
  }

  it('a service cannot listen to what it was not given', async () => {
    const listening = (async () => {
      for await (const message of as('shelves').subscribe('boxes.>')) return message.subject;
      return 'ended';
    })();
    await expect(listening).rejects.toThrow(/permission/i);
  });

  it('nobody without a key is let in', async () => {
    await expect(connect({ servers: bus().url, reconnect: false })).rejects.toThrow(/authorization/i);
  });
});
