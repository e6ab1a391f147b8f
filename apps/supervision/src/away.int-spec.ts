import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { connect, headers } from '@nats-io/transport-node';
import type { EventContract, EventOf } from '@pledge/contracts';
import { topology } from '@pledge/contracts';
import { EngineerArrived, OrderOpened } from '@pledge/contracts/events';
import { provision } from '@pledge/messaging';
import type { RunningService } from '@pledge/service-host';
import { runService, serviceMigrations } from '@pledge/service-host';
import { freshBus } from '@pledge/testing/bus';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { exportJWK, generateKeyPair } from 'jose';
import { v7 as newId } from 'uuid';
import { faultOf } from './faults.fixtures.js';
import { supervisionMigrations } from './migrations/index.js';
import { SupervisionModule } from './supervision.module.js';

const requests = 600;
/** Of a machine that does other work besides. */
const patienceMs = 150_000;
const services = ['intake', 'dispatch', 'supervision', 'support', 'parts'];
const database = freshDatabase({ migrations: serviceMigrations(supervisionMigrations) });
const bus = freshBus();
let nc: NatsConnection;
let running: RunningService | undefined;

beforeEach(async () => {
  nc = await connect({ servers: bus().url });
});
afterEach(async () => {
  await running?.stop();
  await nc.close();
});

const hears = async (...speakers: ('intake' | 'dispatch' | 'support' | 'parts' | 'supervision')[]) => {
  const heard = Object.fromEntries(speakers.map((speaker) => [speaker, topology.supervision?.[speaker] ?? []]));
  await provision(await jetstreamManager(nc, { checkAPI: false }), { services, topology: { supervision: heard } });
};

const say = (events: readonly EventOf<EventContract>[]) =>
  Promise.all(
    events.map(({ type, data }) => {
      const head = headers();
      head.set('ce-id', newId());
      head.set('ce-type', type);
      head.set('ce-time', new Date().toISOString());
      head.set('ce-partitionkey', (data as { requestId: string }).requestId);
      return jetstream(nc).publish(type, JSON.stringify(data), { headers: head });
    }),
  );

async function start(): Promise<void> {
  const { publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  running = await runService(
    { service: 'supervision', module: SupervisionModule, migrations: supervisionMigrations },
    {
      ...{ port: 0, host: '127.0.0.1', databaseUrl: database().url },
      ...{ natsUrl: bus().url, identityPublicKey: await exportJWK(publicKey), demo: false, production: false },
      ...{ timeZone: 'Asia/Shanghai', closures: [], logLevel: process.env.LOG_LEVEL ?? 'silent', poolSize: 10 },
    },
  );
}

describe('supervision back from an outage', () => {
  it(
    'settles what piled up on two streams, the later one read first, without one dead letter',
    async () => {
      await hears('dispatch');
      const faults = Array.from({ length: requests }, () => faultOf(0));
      const orders = faults.map(({ data }) => ({
        orderId: newId(),
        number: `DO-${data.number}`,
        requestId: data.requestId,
      }));
      await say(faults);
      await say(
        orders.flatMap((order, index) => {
          const { number: requestNumber, customerId, siteId } = faults[index]!.data;
          const at = new Date().toISOString();
          const conduct = { badge: true, tidyDress: true, shoeCovers: true };
          const engineer = { engineerId: newId(), engineerName: '张伟国', conduct };
          return [
            OrderOpened.of({
              ...order,
              requestNumber,
              customerId,
              siteId,
              openedAt: at,
            }),
            EngineerArrived.of({ ...order, ...engineer, arrivedAt: at, recordedAt: at }),
          ];
        }),
      );
      await start();
      await eventually(async () => (await parked()).waiting === requests, { within: patienceMs });
      // Longer than any number of attempts that ends.
      await database().query(
        `update dead_letter set attempts = 20, next_attempt_at = clock_timestamp() + interval '1 hour' where state = 'waiting'`,
      );
      await hears('dispatch', 'intake', 'support', 'parts', 'supervision');
      await eventually(
        async () => {
          const { open, dead } = await parked();
          expect({ open, dead, kept: await kept() }).toEqual({ open: 0, dead: 0, kept: requests });
          return true;
        },
        { within: patienceMs },
      );
    },
    2 * patienceMs,
  );
});

async function parked(): Promise<{ waiting: number; open: number; dead: number }> {
  const [row] = await database().query<{ waiting: number; open: number; dead: number }>(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'dead')::int as dead,
       count(*) filter (where state not in ('done', 'dropped'))::int as open from dead_letter`,
  );
  return row ?? { waiting: 0, open: 0, dead: 0 };
}

async function kept(): Promise<number> {
  const [row] = await database().query<{ n: number }>(
    `select count(*)::int as n from journal where type = 'supervision.promise-kept.v1' and data ->> 'promise' = 'arrive'`,
  );
  return row?.n ?? 0;
}
