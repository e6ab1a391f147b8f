import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { provision } from './provision.js';
import { services, topology } from './testbed/departments.js';

const bus = freshBus({ per: 'test' });
let nc: NatsConnection;
const provided = async (telling?: number) =>
  provision(await jetstreamManager(nc, { checkAPI: false }), {
    services,
    topology,
    ...(telling !== undefined && { tellings: { shelves: { boxes: telling } } }),
  });

/** Takes everything that waits, as the listener would. */
async function hearAll(): Promise<string[]> {
  const consumer = await jetstream(nc).consumers.get('BOXES', 'shelves-hears-boxes');
  const heard: string[] = [];
  for (;;) {
    const message = await consumer.next({ expires: 1_000 });
    if (!message) return heard;
    heard.push(message.string());
    await message.ackAck();
  }
}

beforeEach(async () => {
  nc = await connect({ servers: bus().url });
  await provided();
  for (const body of ['one', 'two']) await jetstream(nc).publish('boxes.box-filled.v1', body);
  expect(await hearAll()).toEqual(['one', 'two']);
});
afterEach(() => nc.close());

describe('a listener whose telling was raised', () => {
  it('is told everything from the beginning, once', async () => {
    await provided(2);
    expect(await hearAll()).toEqual(['one', 'two']);
    await provided(2);
    expect(await hearAll()).toEqual([]);
    await provided(3);
    expect(await hearAll()).toEqual(['one', 'two']);
  });

  it('is not told again by a provisioning of before, nor by one that says nothing', async () => {
    await provided(2);
    await hearAll();
    await provided(1);
    await provided();
    await provided(2);
    expect(await hearAll()).toEqual([]);
  });
});
