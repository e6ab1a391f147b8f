import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { DataSource } from 'typeorm';
import type { BusConnection } from '../connection.js';
import type { LeaseEnd } from '../lease.js';
import type { Logger } from '../logger.js';
import { fromHeaders } from '../outbox/cloud-event.js';
import { Signal, pause } from '../backoff.js';
import type { Permits } from '../permits.js';
import { durableOf, streamOf } from '../topology.js';
import type { AwaitedKeys } from './awaited-keys.js';
import { RedeliveryGate } from './redelivery-gate.js';
import { KeyedExecutor } from './keyed-executor.js';
import type { Message } from './message.js';
import { nameOf } from './message.js';
import type { Fate } from './parking.js';
import { Parking } from './parking.js';
import type { Failed, BoundReaction } from './reactions.js';
import { lineOf, reactionsTo, reactTo } from './reactions.js';

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
  readonly logger: Logger;
}

const most = 128;
const stillWorkingMs = 3_000;
const sweepMs = 200;
/** Every so many sweeps all lines are looked at, also for what a person dropped. */
const sweepsUntilSurvey = 5;
const drainMs = 5_000;

/** One turn of listening to one speaker, from taking the lease to giving it back. */
export class StreamConsumer {
  readonly #stream: string;
  readonly #durable: string;
  readonly #parking: Parking;
  readonly #lanes: KeyedExecutor;
  readonly #held = new Map<number, JsMsg>();
  readonly #gap = new RedeliveryGate<JsMsg>();
  readonly #room = new Signal();
  readonly #stop = new AbortController();
  #blocked = new Set<string>();
  #withDropped = new Set<string>();
  #failure: Error | undefined;
  #doubt = true;

  constructor(private readonly options: StreamConsumerOptions) {
    this.#stream = streamOf(options.speaker);
    this.#durable = durableOf(options.listener, options.speaker);
    this.#parking = new Parking(options.db, this.#durable);
    this.#lanes = new KeyedExecutor(options.permits);
  }

  /** @throws when the database cannot be reached: nothing is acknowledged then, and the lease is given back */
  async listen(lease: AbortSignal): Promise<void> {
    const end = () => {
      // Decided before anything else is: between the two no message may be skipped while a later one of its key is handled.
      this.#finishing = this.#failure === undefined && (lease.reason as LeaseEnd) === 'released';
      this.#stop.abort();
    };
    if (lease.aborted) return;
    lease.addEventListener('abort', end, { once: true });
    const forget = this.options.bus.onConnect(() => (this.#doubt = true));
    const working = setInterval(() => this.#stillWorking(), stillWorkingMs);
    try {
      ({ blocked: this.#blocked, withDropped: this.#withDropped } = await this.#parking.survey());
      await Promise.all([this.#pullForEver(), this.#sweepForEver()]);
      await this.#finish();
      if (this.#failure) throw this.#failure;
    } finally {
      clearInterval(working);
      forget();
      lease.removeEventListener('abort', end);
    }
  }

  async #pullForEver(): Promise<void> {
    const { signal } = this.#stop;
    const { bus, logger } = this.options;
    for (let failures = 0; !signal.aborted;) {
      try {
        const js = (await bus.ready(signal))?.js;
        if (!js) continue;
        const consumer = await js.consumers.get(this.#stream, this.#durable);
        while (this.#canPull()) {
          await this.#pull(consumer);
          failures = 0;
        }
      } catch (failure) {
        this.#doubt = true;
        if (failures === 0) logger.warn({ err: failure, durable: this.#durable }, 'cannot pull, trying on');
        failures += 1;
        await pause(Math.min(100 * 2 ** failures, 1_000), signal);
      }
    }
  }

  #canPull(): boolean {
    return !this.#stop.signal.aborted && this.options.bus.connected;
  }

  async #pull(consumer: Consumer): Promise<void> {
    const { signal } = this.#stop;
    if (this.#doubt || this.#gap.open) {
      this.#doubt = false;
      const { num_ack_pending } = await consumer.info();
      for (const message of this.#gap.judge(num_ack_pending, this.#held.size)) this.#send(message);
    }
    const room = most - this.#held.size;
    if (room <= 0 && !this.#gap.open) {
      await this.#room.wait(1_000, signal);
      return;
    }
    const expires = this.#gap.open ? 1_000 : 5_000;
    const messages = await consumer.fetch({ max_messages: Math.max(room, 16), expires });
    const close = () => void messages.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      await this.#receive(messages);
    } finally {
      signal.removeEventListener('abort', close);
    }
  }

  async #receive(messages: ConsumerMessages): Promise<void> {
    for await (const message of messages) {
      if (this.#stop.signal.aborted) {
        message.nak();
        return;
      }
      if (this.#held.has(message.seq)) continue;
      this.#held.set(message.seq, message);
      if (!this.#gap.keep(message)) this.#send(message);
    }
  }

  #send(delivery: JsMsg): void {
    const { seq, subject } = delivery;
    const otherwise = { id: `${this.#stream}:${seq}`, subject, at: delivery.time.toISOString() };
    const cloudEvent = fromHeaders(delivery.headers, otherwise);
    const message: Message = { cloudEvent, subject, stream: this.#stream, streamSeq: seq, body: delivery.string() };
    const line = lineOf(this.options.listening, message);
    void this.#lanes.add(line, () => this.#inLane(() => this.#receiveOne(line, message, delivery)));
  }

  /** Whatever goes wrong beyond the reaction itself is the database's doing: listening stops, nothing is acknowledged. */
  async #inLane(job: () => Promise<void>): Promise<void> {
    if (this.#failure !== undefined) return;
    try {
      await job();
    } catch (failure) {
      this.#failure = failure instanceof Error ? failure : new Error(String(failure));
      this.#stop.abort();
    }
  }

  async #receiveOne(line: string, message: Message, delivery: JsMsg): Promise<void> {
    if (this.#stop.signal.aborted && !this.#finishing) return;
    if (this.#blocked.has(line)) await this.#parking.queueBehind(line, message, this.#reactionTo(message));
    else if (!(await this.#wasDropped(line, message))) await this.#attempt(line, message);
    delivery.ack();
    this.#held.delete(delivery.seq);
    this.#room.raise();
  }

  async #wasDropped(line: string, { cloudEvent }: Message): Promise<boolean> {
    return this.#withDropped.has(line) && (await this.#parking.wasDropped(cloudEvent.id));
  }

  async #attempt(line: string, message: Message): Promise<void> {
    const { listening, awaited } = this.options;
    const failed = await reactTo(listening, message);
    if (!failed) return awaited.handled(message.cloudEvent.partitionKey);
    const fate = await this.#parking.park(line, message, failed);
    this.#blocked.add(line);
    this.#note(message, failed, fate);
  }

  #note(message: Message, { reaction, failure }: Failed, { state, waitsFor }: Pick<Fate, 'state' | 'waitsFor'>): void {
    if (waitsFor !== null) this.options.awaited.add(waitsFor);
    const about = { err: failure, reaction, state, ...nameOf(message) };
    if (state === 'waiting') this.options.logger.debug(about, 'a message waits for what it depends on');
    else this.options.logger.warn(about, 'a reaction failed; its message is parked');
  }

  #reactionTo({ cloudEvent }: Message): string {
    return reactionsTo(this.options.listening, cloudEvent.type)[0]?.name ?? this.#durable;
  }

  async #sweepForEver(): Promise<void> {
    const { signal } = this.#stop;
    for (let sweep = 0; !signal.aborted; sweep += 1) {
      await this.#inLane(async () => {
        await this.options.awaited.refresh();
        if (this.#blocked.size === 0) return;
        const all = sweep % sweepsUntilSurvey === 0;
        const lines = await (all ? this.#parking.movable(this.#blocked) : this.#parking.due());
        await Promise.all(lines.map((line) => this.#lanes.add(line, () => this.#inLane(() => this.#moveUp(line)))));
      });
      await pause(sweepMs, signal);
    }
  }

  async #moveUp(line: string): Promise<void> {
    const { listening, awaited } = this.options;
    for (;;) {
      if (this.#stop.signal.aborted) return;
      const head = await this.#parking.head(line);
      if (!head) {
        if (await this.#parking.hasDropped(line)) this.#withDropped.add(line);
        return void this.#blocked.delete(line);
      }
      if (!head.due) return;
      const failed = await reactTo(listening, head.message);
      if (failed) {
        this.#note(head.message, failed, await this.#parking.failed(head, failed));
        continue;
      }
      await this.#parking.done(head.id);
      await awaited.handled(head.message.cloudEvent.partitionKey);
    }
  }

  #stillWorking(): void {
    if (this.options.bus.connected) for (const message of this.#held.values()) message.working();
  }

  #finishing = false;

  /** Ends in good order: what is in hand is handled, what could not be in time goes back to the server at once. */
  async #finish(): Promise<void> {
    const late = new AbortController();
    await Promise.race([this.#lanes.idle(), pause(drainMs, late.signal)]);
    late.abort();
    this.#finishing = false;
    if (this.options.bus.connected) for (const message of this.#held.values()) message.nak();
  }
}
