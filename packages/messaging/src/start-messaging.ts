import { versionsOf } from '@pledge/contracts';
import type { DataSource } from 'typeorm';
import type { NatsOptions } from './connection.js';
import { connectionShares } from './connection-shares.js';
import { BusConnection } from './connection.js';
import { AwaitedKeys } from './consuming/awaited-keys.js';
import { StreamConsumer } from './consuming/stream-consumer.js';
import { JetStreamStrategy } from './consuming/jetstream-strategy.js';
import type { BoundReaction } from './consuming/reactions.js';
import { Leases } from './lease.js';
import type { Logger } from './logger.js';
import { silent } from './logger.js';
import { Relay } from './outbox/relay.js';
import { Permits } from './permits.js';
import { defaultRetentionMs } from './provision.js';
import { sealForEver } from './seal.js';
import type { Check } from './self-check.js';
import { selfCheck } from './self-check.js';
import type { Topology } from './topology.js';
import { differences, subscriptionsTo, speakerOf } from './topology.js';

export interface MessagingOptions {
  readonly db: DataSource;
  /** For one connection beside the pool, which holds the leases. */
  readonly databaseUrl: string;
  readonly nats: NatsOptions;
  readonly service: string;
  readonly topology: Topology;
  /** IANA name, for the day that numbers carry; that of the company unless told. */
  readonly timeZone?: string;
  readonly logger?: Logger;
  /** How long streams keep what was said, as provisioned; 14 days unless told. */
  readonly retentionMs?: number;
  readonly reconcileEveryMs?: number;
  readonly fellBackPauseMs?: number;
}

export interface Messaging {
  /** To be connected to the Nest application: `app.connectMicroservice({ strategy })`. */
  readonly strategy: JetStreamStrategy;
  readonly bus: BusConnection;
  ready(): Promise<Check[]>;
  /** Stops listening: finishes what is in hand (5 s at most) and gives the rest back. What is said meanwhile is still carried. */
  quiet(): Promise<void>;
  /** Stops listening, finishes what is in hand, says what waits in the outbox (5 s at most each) and closes. Safe to repeat. */
  drain(): Promise<void>;
}

/** Starts carrying the outbox; listening starts with the strategy. Neither NATS nor the leases need to be there yet. */
export function startMessaging(options: MessagingOptions): Messaging {
  const { db, databaseUrl, nats, service, topology, logger = silent, timeZone = 'Asia/Shanghai' } = options;
  const { retentionMs = defaultRetentionMs, reconcileEveryMs = 60_000, fellBackPauseMs = 5_000 } = options;
  const bus = new BusConnection(service, nats, logger);
  const leases = new Leases(databaseUrl, service, logger);
  const relay = new Relay({ db, bus, service, logger, retentionMs, reconcileEveryMs, fellBackPauseMs });
  leases.onOutbox(() => relay.wake());
  leases.whileHeld(`relay/${service}`, (signal) => relay.work(signal));
  leases.whileHeld(`seal/${service}`, (signal) => sealForEver(db, logger, signal));

  const consumers: (() => Promise<void>)[] = [];
  function begin(listening: readonly BoundReaction[]): void {
    const reacted = listening.flatMap(({ contract }) => versionsOf(contract));
    const differing = differences(service, reacted, topology);
    if (differing.length > 0)
      throw new Error(`the topology of ${service} is not what it reacts to: ${differing.join('; ')}`);
    const awaited = new AwaitedKeys(db);
    const { reactions } = connectionShares(db);
    const shared = new Permits(reactions);
    for (const [speaker] of subscriptionsTo(topology, service)) {
      // Where the reactions to one speaker hang, those to the others still have a connection.
      const permits = new Permits(Math.max(1, reactions - 1), shared);
      const ofSpeaker = listening.filter(({ contract }) => speakerOf(contract.type) === speaker);
      const consumer = {
        db,
        bus,
        listener: service,
        speaker,
        listening: ofSpeaker,
        permits,
        awaited,
        timeZone,
        logger,
      };
      const name = `hears/${service}/${speaker}`;
      consumers.push(leases.whileHeld(name, (signal) => new StreamConsumer(consumer).listen(signal), { spread: true }));
    }
  }

  let draining: Promise<void> | undefined;
  const drain = () =>
    (draining ??= (async () => {
      await leases.close();
      await bus.close();
    })());
  const strategy = new JetStreamStrategy(begin, drain);
  return {
    strategy,
    bus,
    quiet: async () => {
      await Promise.all(consumers.map((stop) => stop()));
    },
    ready: () => selfCheck({ db, bus, leases, service, topology, retentionMs }),
    drain,
  };
}
