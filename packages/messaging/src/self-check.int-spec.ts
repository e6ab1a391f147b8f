import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import type { Check } from './self-check.js';
import { migrations } from './testbed/boxes.js';
import type { Department } from './testbed/departments.js';
import { provisioned, startShelves } from './testbed/departments.js';

const fresh = freshDatabase({ migrations });
const bus = freshBus();
let shelves: Department | undefined;

const start = async (options = {}) => {
  const { dataSource: db, url: databaseUrl } = fresh();
  shelves = await startShelves({ db, databaseUrl, natsUrl: bus().url }, options);
  return shelves;
};
const found = (wish: (checks: Map<string, Check>) => void) =>
  eventually(async () => {
    const checks = await shelves?.ready();
    wish(new Map(checks?.map((check) => [check.name, check])));
    return true;
  });

beforeEach(() => bus().wipe());
afterEach(() => shelves?.stop());

describe('a service that starts', () => {
  it('finds everything as it needs it', async () => {
    await provisioned(bus().url);
    await start();
    await found((checks) => {
      expect([...checks.values()].filter(({ ok }) => !ok)).toEqual([]);
      expect([...checks.keys()].sort()).toEqual([
        'bus',
        'bus-version',
        'database-clock',
        'durable:shelves-hears-boxes',
        'leases',
        'migrations',
        'stream:SHELVES',
      ]);
    });
  });

  it('says which stream and durable are missing, and is content when they come', async () => {
    await start();
    await found((checks) => {
      expect(checks.get('bus')?.ok).toBe(false);
      expect(checks.get('stream:SHELVES')).toMatchObject({ ok: false, vital: false });
      expect(checks.get('durable:shelves-hears-boxes')?.ok).toBe(false);
    });
    await provisioned(bus().url);
    await found((checks) => expect([...checks.values()].every(({ ok }) => ok)).toBe(true));
  });

  it('says that a durable does not hear what it reacts to', async () => {
    await provisioned(bus().url);
    const nc = await connect({ servers: bus().url });
    const jsm = await jetstreamManager(nc);
    await jsm.consumers.update('BOXES', 'shelves-hears-boxes', { filter_subjects: ['boxes.box-emptied.v1'] });
    await nc.close();
    await start();
    await found((checks) =>
      expect(checks.get('durable:shelves-hears-boxes')).toMatchObject({
        ok: false,
        detail: 'does not hear boxes.box-filled.v1: provision again',
      }),
    );
  });

  it('takes work while NATS is away: nothing vital is missing', async () => {
    await bus().stop();
    await start();
    await found((checks) => {
      expect(checks.get('bus')).toMatchObject({ ok: false, vital: false });
      expect([...checks.values()].filter(({ ok, vital }) => vital && !ok)).toEqual([]);
    });
    await bus().start();
  });

  it('refuses where its reactions and the topology differ', async () => {
    await expect(start({ topology: { shelves: { boxes: ['boxes.box-emptied.v1'] } } })).rejects.toThrow(
      'boxes.box-filled.v1 is reacted to, but not in the topology',
    );
  });
});
