import { randomUUID } from 'node:crypto';
import type { INestMicroservice, Type } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { connect } from '@nats-io/transport-node';
import { jetstreamManager } from '@nats-io/jetstream';
import type { DataSource } from 'typeorm';
import type { Cause } from '../commands/cause.js';
import type { Received } from '../consuming/on.js';
import { On } from '../consuming/on.js';
import { projection } from '../commands/projection.js';
import { provision } from '../provision.js';
import type { Messaging, MessagingOptions } from '../start-messaging.js';
import { startMessaging } from '../start-messaging.js';
import { BoxFilled, boxes } from './boxes.js';

/** Two departments: boxes are filled here, and shelves hear of it there. */
export const topology = { shelves: { boxes: [BoxFilled.type] } };
export const services = ['boxes', 'shelves'];

export async function provisioned(url: string): Promise<void> {
  const nc = await connect({
    servers: url,
    maxReconnectAttempts: 20,
    reconnectTimeWait: 100,
    waitOnFirstConnect: true,
  });
  try {
    await provision(await jetstreamManager(nc, { checkAPI: false }), { services, topology });
  } finally {
    await nc.close();
  }
}

export interface Place {
  readonly db: DataSource;
  readonly databaseUrl: string;
  readonly natsUrl: string;
}

export type Department = Messaging & { stop(): Promise<void> };

/** The department that speaks. */
export function startBoxes({ db, databaseUrl, natsUrl }: Place, options: Partial<MessagingOptions> = {}): Department {
  const messaging = startMessaging({
    db,
    databaseUrl,
    nats: { servers: natsUrl },
    service: 'boxes',
    topology: {},
    fellBackPauseMs: 100,
    ...options,
  });
  return { ...messaging, stop: () => messaging.drain() };
}

export type Hearing = (heard: Received<typeof BoxFilled>, cause: Cause) => unknown;

/** The department that hears, as a Nest microservice: each event is copied once. `before` and `after` stand around the copying. */
export async function startShelves(
  { db, databaseUrl, natsUrl }: Place,
  {
    name = 'shelves',
    before,
    after,
    ...options
  }: { name?: string; before?: Hearing; after?: Hearing } & Partial<MessagingOptions> = {},
): Promise<Department> {
  @Controller()
  class ShelfReactions {
    @On(BoxFilled, 'shelves-copies-boxes')
    async copy(heard: Received<typeof BoxFilled>, cause: Cause): Promise<void> {
      await before?.(heard, cause);
      await projection(db, cause, (tx) =>
        tx.query('insert into copy (event_id, key, count, heard_by) values ($1, $2, $3, $4)', [
          heard.id,
          heard.data.requestId ?? null,
          heard.data.count,
          name,
        ]),
      );
      await after?.(heard, cause);
    }
  }
  const messaging = startMessaging({
    db,
    databaseUrl,
    nats: { servers: natsUrl },
    service: 'shelves',
    topology,
    fellBackPauseMs: 100,
    ...options,
  });
  const app = await nestWith(ShelfReactions, messaging).catch(async (failure: unknown) => {
    await messaging.drain();
    throw failure;
  });
  return { ...messaging, stop: () => app.close() };
}

export async function nestWith(controller: Type, { strategy }: Messaging): Promise<INestMicroservice> {
  @Module({ controllers: [controller] })
  class TestModule {}
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(TestModule, { strategy, logger: false });
  await app.listen();
  return app;
}

/** Fills boxes `count` times under the same request: the n-th event carries n. */
export async function fill(db: DataSource, count: number, from = 1): Promise<string> {
  const requestId = randomUUID();
  await fillMore(db, requestId, count, from);
  return requestId;
}

export async function fillMore(db: DataSource, requestId: string, count: number, from = 1): Promise<void> {
  for (let n = from; n < from + count; n += 1) {
    const command = { type: 'put', count: n, requestId, limit: 1_000_000 } as const;
    await boxes(db)(requestId, command, { by: 'person:1', key: randomUUID() });
  }
}

/** What the shelves copied of a request, in the order in which they did. */
export async function copied(db: DataSource, requestId: string): Promise<number[]> {
  const rows: { count: number }[] = await db.query('select count from copy where key = $1 order by place', [requestId]);
  return rows.map(({ count }) => count);
}
