import * as events from '@pledge/contracts/events';
import type { LiveUpdate } from '@pledge/contracts/http';
import { services } from '@pledge/contracts';
import type { NatsOptions } from '@pledge/messaging';
import { BusConnection } from '@pledge/messaging';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '@pledge/messaging';
import { z } from 'zod';
import { isEvent } from '../events.query.js';
import type { Entry } from './ring.js';
import { Ring } from './ring.js';

const size = 2_000;

/** Facts of a request carry its id as their partition key. */
const ofRequests = new Set<string>(
  Object.values<unknown>(events)
    .filter(isEvent)
    .filter(({ data }) => data instanceof z.ZodObject && 'requestId' in data.shape)
    .map(({ type }) => type),
);

/** Subscriptions everything that is said as it is said, and keeps what a screen needs to know of it. */
export class Updates {
  readonly ring: Ring;
  readonly #bus: BusConnection;
  readonly #listeners = new Set<(entry: Entry) => void>();
  #heardOn: NatsConnection | undefined;

  constructor(
    epoch: string,
    nats: NatsOptions,
    private readonly log: Logger,
  ) {
    this.ring = new Ring(epoch, size);
    this.#bus = new BusConnection('gateway', nats, log);
    this.#bus.onConnect(() => {
      this.#listen().catch((err: unknown) => log.warn({ err }, 'live updates are not heard'));
    });
  }

  /** @returns stops listening */
  subscribe(listener: (entry: Entry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): Promise<void> {
    return this.#bus.close();
  }

  async #listen(): Promise<void> {
    const bus = await this.#bus.ready();
    if (!bus) return;
    const { nc } = bus;
    if (this.#heardOn !== nc) {
      this.#heardOn = nc;
      for (const service of services) {
        if (service === 'gateway') continue;
        nc.subscribe(`${service}.*.*`, {
          callback: (err, message) => {
            if (err) this.log.warn({ err, service }, 'live updates of a department are not heard');
            else this.#tell(this.ring.update(updateOf(message)));
          },
        });
      }
    }
    // What was said while the line was down is not said again: whoever watches asks anew.
    await nc.flush();
    this.#tell(this.ring.gap());
  }

  #tell(entry: Entry): void {
    for (const listener of this.#listeners) listener(entry);
  }
}

function updateOf({ subject, headers }: Msg): LiveUpdate {
  const key = headers?.get('ce-partitionkey') ?? '';
  return {
    type: subject,
    requestId: ofRequests.has(subject) && key !== '' ? key : null,
    about: headers?.get('ce-subject') ?? '',
    at: headers?.get('ce-time') ?? new Date().toISOString(),
  };
}
