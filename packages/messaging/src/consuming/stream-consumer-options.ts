import type { JsMsg } from '@nats-io/jetstream';
import type { DataSource } from 'typeorm';
import type { BusConnection } from '../connection.js';
import type { Logger } from '../logger.js';
import type { Permits } from '../permits.js';
import type { AwaitedKeys } from './awaited-keys.js';
import type { Message } from './message.js';
import type { BoundReaction } from './reactions.js';
import type { planOf } from './together.js';

export interface StreamConsumerOptions {
  readonly db: DataSource;
  readonly bus: BusConnection;
  readonly listener: string;
  readonly speaker: string;
  readonly listening: readonly BoundReaction[];
  /** How many reactions run at once. */
  readonly permits: Permits;
  /** What messages of this service wait for; the same for all its consumers. */
  readonly awaited: AwaitedKeys;
  /** IANA name, for the day that numbers carry. */
  readonly timeZone: string;
  readonly logger: Logger;
}

export interface Delivered {
  readonly line: string;
  readonly message: Message;
  readonly delivery: JsMsg;
}

export interface PlannedDelivery {
  readonly delivered: Delivered;
  readonly plan: ReturnType<typeof planOf>;
}
