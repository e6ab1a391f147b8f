import type { OnModuleDestroy } from '@nestjs/common';
import { once } from 'node:events';
import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { sourceKeyOf } from './mail.js';
import type { Left, ReadMail } from './mail.parser.js';
import type { Reading } from './mail.worker.js';

/** How long and with how much memory one mail may be read. */
export interface ReadingLimits {
  readonly mostMs: number;
  readonly mostMegabytes: number;
  /** As for `node`; those of this program where not told. */
  readonly execArgv?: string[];
}

const usual: ReadingLimits = { mostMs: 10_000, mostMegabytes: 384 };

type GivenUp = Extract<Left['reason'], 'too-slow' | 'too-much' | 'unreadable'>;

/**
 * Reads mails in a thread of their own, one after the other: whatever a mail is made of, the event loop goes on, and the thread is ended
 * where it takes too long or too much. Something comes of every mail.
 */
export class MailReader implements OnModuleDestroy {
  #thread: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: ReadingLimits = usual) {}

  read(raw: Uint8Array): Promise<ReadMail> {
    const reading = this.#turn.then(() => this.#read(raw));
    this.#turn = reading.catch(() => {});
    return reading;
  }

  async onModuleDestroy(): Promise<void> {
    await this.#thread?.terminate();
  }

  async #read(raw: Uint8Array): Promise<ReadMail> {
    const whole = await this.#ask({ raw, onlyHead: null });
    if (typeof whole !== 'string') return whole;
    const head = await this.#ask({ raw, onlyHead: whole });
    return typeof head === 'string' ? unread(raw, whole) : head;
  }

  async #ask(reading: Reading): Promise<ReadMail | GivenUp> {
    const thread = this.#running();
    const settled = new AbortController();
    const { signal } = settled;
    thread.ref();
    thread.postMessage(reading);
    try {
      const [answer] = (await Promise.race([
        once(thread, 'message', { signal }),
        once(thread, 'exit', { signal }).then(() => ['unreadable']),
        pause(this.limits.mostMs, ['too-slow'], { signal }),
      ])) as [ReadMail | GivenUp];
      if (typeof answer === 'string') await this.#end(thread);
      return answer;
    } catch (failure) {
      await this.#end(thread);
      return (failure as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much' : 'unreadable';
    } finally {
      settled.abort();
      thread.unref();
    }
  }

  async #end(thread: Worker): Promise<void> {
    this.#thread = undefined;
    await thread.terminate();
  }

  #running(): Worker {
    const { mostMegabytes, execArgv } = this.limits;
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL(`./mail.worker${extname(import.meta.filename)}`, import.meta.url), {
      // What a mail brings to run must find nothing to take.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      ...(execArgv && { execArgv }),
    });
    // Between two mails nobody else hears of it.
    thread
      .on('error', () => {})
      .on('exit', () => {
        if (this.#thread === thread) this.#thread = undefined;
      });
    this.#thread = thread;
    return thread;
  }
}

/** Not even its headers could be read. */
async function unread(raw: Uint8Array, reason: GivenUp): Promise<ReadMail> {
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(raw))).toString('hex');
  const nothing = { messageId: null, inReplyTo: [], references: [], subject: null, text: '', quoted: null };
  return {
    mail: { ...nothing, from: { name: null, email: null }, headers: [] },
    files: [],
    left: [{ name: '', reason }],
    sourceKey: sourceKeyOf(null, hash.slice(0, 24)),
  };
}
