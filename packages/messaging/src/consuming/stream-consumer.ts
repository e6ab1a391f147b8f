import type { Consumer, ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import type { LeaseEnd } from '../lease.js';
import { fromHeaders } from '../outbox/cloud-event.js';
import { Signal, pause } from '../backoff.js';
import { durableOf, streamOf } from '../topology.js';
import { RedeliveryGate } from './redelivery-gate.js';
import { KeyedExecutor } from './keyed-executor.js';
import type { Message } from './message.js';
import { nameOf } from './message.js';
import type { Fate } from './parking.js';
import type { Delivered, PlannedDelivery, StreamConsumerOptions } from './stream-consumer-options.js';
import { Parking } from './parking.js';
import type { Failed } from './reactions.js';
import { lineOf, reactionsTo, reactTo } from './reactions.js';
import { isAlone, isPlanned, planOf, reactAlone, reactTogether } from './together.js';

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
  readonly #executor: KeyedExecutor<Delivered>;
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
    this.#executor = new KeyedExecutor(options.permits, (batch) => this.#guarded(() => this.#receiveTogether(batch)));
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
    const line = this.#lineOf(message);
    const delivered = { line, message, delivery };
    if (isPlanned(this.options.listening, message)) void this.#executor.share(line, delivered);
    else void this.#executor.add(line, () => this.#guarded(() => this.#receiveOne(delivered)));
  }

  #lineOf(message: Message): string {
    return lineOf(this.options.listening, message);
  }

  /** Whatever goes wrong beyond the reaction itself is the database's doing: listening stops, nothing is acknowledged. */
  async #guarded(job: () => Promise<void>): Promise<void> {
    if (this.#failure !== undefined) return;
    try {
      await job();
    } catch (failure) {
      this.#failure = failure instanceof Error ? failure : new Error(String(failure));
      this.#stop.abort();
    }
  }

  async #receiveOne({ line, message, delivery }: Delivered): Promise<void> {
    if (this.#stop.signal.aborted && !this.#finishing) return;
    if (this.#blocked.has(line)) await this.#parking.queueBehind(line, message, this.#reactionTo(message));
    else if (!(await this.#wasDropped(line, message))) await this.#attempt(line, message);
    this.#acknowledge(delivery);
  }

  #acknowledge(delivery: JsMsg): void {
    delivery.ack();
    this.#held.delete(delivery.seq);
    this.#room.raise();
  }

  /** In one transaction; those whose line is blocked, or of which one was dropped, are looked at by themselves. */
  async #receiveTogether(batch: readonly Delivered[]): Promise<void> {
    if (this.#stop.signal.aborted && !this.#finishing) return;
    const plain = batch.filter(({ line }) => !this.#blocked.has(line) && !this.#withDropped.has(line));
    const plans = plain.map((delivered) => ({ delivered, plan: planOf(this.options.listening, delivered.message) }));
    const shared = plans.filter(({ plan }) => !isAlone(plan));
    await this.#handle(shared);
    for (const one of plans) if (!shared.includes(one)) await this.#handle([one]);
    for (const delivered of batch) if (!plain.includes(delivered)) await this.#receiveOne(delivered);
  }

  /** Where the database refuses a transaction: message by message; where it refuses one: reaction by reaction. */
  async #handle(batch: readonly PlannedDelivery[]): Promise<void> {
    const [only] = batch;
    if (!only) return;
    const { db, timeZone, awaited } = this.options;
    const fates = new Map<Message, Fate>();
    const park = (message: Message, failed: Failed) => {
      const { fate, statement } = this.#parking.parked(this.#lineOf(message), message, failed);
      fates.set(message, fate);
      return statement;
    };
    try {
      const failures = await reactTogether(
        batch.map(({ plan }) => plan),
        { db, timeZone, park },
      );
      for (const [message, failed] of failures) {
        this.#blocked.add(this.#lineOf(message));
        this.#note(message, failed, fates.get(message) as Fate);
      }
      for (const { delivered } of batch) {
        if (!failures.has(delivered.message)) await awaited.handled(delivered.message.cloudEvent.partitionKey);
        this.#acknowledge(delivered.delivery);
      }
    } catch (failure) {
      this.options.logger.debug({ err: failure, messages: batch.length }, 'not together: one by one');
      if (batch.length > 1) for (const one of batch) await this.#handle([one]);
      else await this.#receiveOne(only.delivered);
    }
  }

  async #wasDropped(line: string, { cloudEvent }: Message): Promise<boolean> {
    return this.#withDropped.has(line) && (await this.#parking.wasDropped(cloudEvent.id));
  }

  #react(message: Message): Promise<Failed | undefined> {
    const { listening, db, timeZone } = this.options;
    return reactTo(listening, message, (reaction, what) => reactAlone(reaction, what, { db, timeZone }));
  }

  async #attempt(line: string, message: Message): Promise<void> {
    const { awaited } = this.options;
    const failed = await this.#react(message);
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
      await this.#guarded(async () => {
        await this.options.awaited.refresh();
        if (this.#blocked.size === 0) return;
        const all = sweep % sweepsUntilSurvey === 0;
        const lines = await (all ? this.#parking.movable(this.#blocked) : this.#parking.due());
        await Promise.all(lines.map((line) => this.#executor.add(line, () => this.#guarded(() => this.#moveUp(line)))));
      });
      await pause(sweepMs, signal);
    }
  }

  async #moveUp(line: string): Promise<void> {
    const { awaited } = this.options;
    for (;;) {
      if (this.#stop.signal.aborted) return;
      const head = await this.#parking.head(line);
      if (!head) {
        if (await this.#parking.hasDropped(line)) this.#withDropped.add(line);
        return void this.#blocked.delete(line);
      }
      if (!head.due) return;
      const failed = await this.#react(head.message);
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
    await Promise.race([this.#executor.idle(), pause(drainMs, late.signal)]);
    late.abort();
    this.#finishing = false;
    if (this.options.bus.connected) for (const message of this.#held.values()) message.nak();
  }
}
