import type { ConsumerConfig, JetStreamManager, StreamConfig } from '@nats-io/jetstream';
import {
  AckPolicy,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import type { Logger } from './logger.js';
import { silent } from './logger.js';
import type { Tellings, Topology } from './topology.js';
import { durableOf, subscriptionsTo, probeStream, streamOf } from './topology.js';

export const defaultRetentionMs = 14 * 24 * 3_600_000;
const nanos = (ms: number) => ms * 1_000_000;

export interface ProvisionOptions {
  /** Every service that says something. */
  readonly services: readonly string[];
  readonly topology: Topology;
  readonly tellings?: Tellings;
  readonly retentionMs?: number;
  readonly logger?: Logger;
}

type StreamWish = Pick<StreamConfig, 'name' | 'subjects'> & Partial<StreamConfig>;

export const streamWish = (service: string, retentionMs: number): StreamWish => ({
  name: streamOf(service),
  subjects: [`${service}.*.*`],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.Old,
  max_age: nanos(retentionMs),
  duplicate_window: nanos(Math.min(120_000, retentionMs)),
});

const probeWish: StreamWish = {
  name: probeStream,
  subjects: ['probe.*'],
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  discard: DiscardPolicy.Old,
  max_msgs_per_subject: 1,
};

export const consumerWish = (durable: string, types: readonly string[]): Partial<ConsumerConfig> => ({
  durable_name: durable,
  filter_subjects: [...types].sort(),
  ack_policy: AckPolicy.Explicit,
  ack_wait: nanos(10_000),
  deliver_policy: DeliverPolicy.All,
  max_ack_pending: 256,
  max_deliver: -1,
});

/** Creates or corrects every stream and every durable; safe to repeat for ever. */
export async function provision(jsm: JetStreamManager, options: ProvisionOptions): Promise<void> {
  const { services, topology, tellings = {}, retentionMs = defaultRetentionMs, logger = silent } = options;
  for (const wish of [...services.map((service) => streamWish(service, retentionMs)), probeWish]) {
    await provideStream(jsm, wish, logger);
  }
  for (const listener of Object.keys(topology)) {
    for (const [speaker, types] of subscriptionsTo(topology, listener)) {
      const durable = { stream: streamOf(speaker), durable: durableOf(listener, speaker) };
      await provideConsumer(jsm, durable, types, tellings[listener]?.[speaker] ?? 1, logger);
    }
  }
}

async function provideStream(jsm: JetStreamManager, wish: StreamWish, logger: Logger): Promise<void> {
  const found = await unlessMissing(jsm.streams.info(wish.name));
  if (!found) {
    await jsm.streams.add(wish);
    logger.info({ stream: wish.name }, 'stream created');
  } else if (differs(found.config, wish)) {
    await jsm.streams.update(wish.name, { ...found.config, ...wish });
    logger.info({ stream: wish.name }, 'stream corrected');
  }
}

async function provideConsumer(
  jsm: JetStreamManager,
  { stream, durable }: { readonly stream: string; readonly durable: string },
  types: readonly string[],
  telling: number,
  logger: Logger,
): Promise<void> {
  const wish = { ...consumerWish(durable, types), metadata: { [tellingKey]: String(telling) } };
  const found = await unlessMissing(jsm.consumers.info(stream, durable));
  if (!found) {
    await jsm.consumers.add(stream, wish);
    logger.info({ stream, durable }, 'durable created');
    return;
  }
  const { state } = await jsm.streams.info(stream);
  const before = filtersOf(found.config);
  const hearsMore = types.some((type) => !before.includes(type));
  const beyondTheEnd = found.delivered.stream_seq > state.last_seq;
  const toldAgain = tellingOf(found.config) < telling;
  if (hearsMore || beyondTheEnd || toldAgain) {
    // A durable that moved on would skip what it is to hear from the beginning; the inbox makes the rest of the replay harmless.
    await jsm.consumers.delete(stream, durable);
    await jsm.consumers.add(stream, wish);
    logger.info({ stream, durable, hearsMore, beyondTheEnd, toldAgain }, 'durable starts from the beginning');
  } else if (differs({ ...found.config, filter_subjects: before }, consumerWish(durable, types))) {
    const metadata = { [tellingKey]: String(tellingOf(found.config)) };
    await jsm.consumers.update(stream, durable, { ...wish, metadata });
    logger.info({ stream, durable }, 'durable corrected');
  }
}

const tellingKey = 'pledge-telling';

/** The telling a durable was made for; 1 where it was made before tellings were counted. */
const tellingOf = ({ metadata }: Partial<ConsumerConfig>): number => Number(metadata?.[tellingKey] ?? 1);

/** What a durable hears, however its configuration says it. */
export function filtersOf({ filter_subject, filter_subjects }: Partial<ConsumerConfig>): string[] {
  return [...(filter_subjects ?? []), ...(filter_subject ? [filter_subject] : [])].sort();
}

/** True where a setting that is wished for is not what is there. */
export function differs(found: object, wish: object): boolean {
  return Object.entries(wish).some(([key, value]) => {
    const present: unknown = key in found ? found[key as keyof typeof found] : undefined;
    return JSON.stringify(present) !== JSON.stringify(value);
  });
}

const missing = new Set([10014, 10059]);

export async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof JetStreamApiError && missing.has(failure.code)) return undefined;
    throw failure;
  }
}
