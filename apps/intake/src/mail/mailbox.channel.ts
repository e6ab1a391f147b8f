import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Logger } from '@pledge/messaging';
import { ImapFlow } from 'imapflow';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { mostMailBytes } from './mail.parser.js';
import type { MailboxSettings } from './mailbox.settings.js';
import type { Mails } from './mails.commands.js';
import { progressOf, readUpTo, stored, storedAmong } from './progress.store.js';

export interface MailboxInput {
  readonly db: DataSource;
  readonly mails: Mails;
  /** None where no mailbox is read. */
  readonly settings: MailboxSettings | undefined;
  readonly logger: Logger;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

/** Reads a mailbox as long as the service runs. A mail is marked as seen after its envelope is committed, never before. */
@Injectable()
export class Mailbox implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #end = new AbortController();
  #running: Promise<void> | undefined;

  constructor(private readonly input: MailboxInput) {}

  onApplicationBootstrap(): void {
    const { settings } = this.input;
    if (settings) this.#running = this.#watch(settings);
  }

  async onModuleDestroy(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  #ended(): boolean {
    return this.#end.signal.aborted;
  }

  /** The server may be away for as long as it likes. */
  async #watch(settings: MailboxSettings): Promise<void> {
    let wait = firstPauseMs;
    while (!this.#ended()) {
      const client = clientOf(settings);
      const close = () => client.close();
      this.#end.signal.addEventListener('abort', close, { once: true });
      try {
        await client.connect();
        await client.mailboxOpen(settings.folder);
        wait = firstPauseMs;
        await this.#listen(client, settings);
      } catch (failure) {
        if (!this.#ended()) this.input.logger.warn({ err: failure, host: settings.host }, 'the mailbox is away');
      } finally {
        this.#end.signal.removeEventListener('abort', close);
        close();
      }
      await pause(wait, undefined, { signal: this.#end.signal }).catch(() => {});
      wait = Math.min(wait * 2, longestPauseMs);
    }
  }

  async #listen(client: ImapFlow, settings: MailboxSettings): Promise<void> {
    while (!this.#ended()) {
      const news = newsOf(client, settings.pollMs);
      await this.#readNew(client, settings.address);
      // The server tells of new mail by itself while we are idle; the poll is for those that forget to.
      client.idle().catch(() => {});
      await news;
      if (!client.usable) throw new Error('the connection to the mailbox broke off');
    }
  }

  async #readNew(client: ImapFlow, mailbox: string): Promise<void> {
    const { db, logger } = this.input;
    // The server says what is new as an answer to anything.
    await client.noop();
    if (!client.mailbox) throw new Error('no mailbox is open');
    const validity = String(client.mailbox.uidValidity);
    const { upTo } = await progressOf(db.manager, mailbox, validity);
    // What was seen by somebody before we first came is theirs.
    const from = upTo ?? client.mailbox.uidNext - 1;
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    // Also what somebody else has looked at before us; `*` is the last mail, be it as old as it likes.
    const fresh = (await client.search({ uid: `${String(from + 1)}:*` }, { uid: true })) || [];
    const all = [...new Set([...unseen, ...fresh.filter((number) => number > from)])].sort((a, b) => a - b);
    const last = Math.max(from, ...all);
    const done = await storedAmong(db.manager, mailbox, validity, all);
    let failed = Infinity;
    for (const number of all) {
      if (this.#ended()) return;
      try {
        if (!done.has(number)) await this.#take(client, { mailbox, validity, number });
        await client.messageFlagsAdd(String(number), ['\\Seen'], { uid: true });
      } catch (failure) {
        if (!client.usable) throw failure;
        failed = Math.min(failed, number);
        logger.error({ err: failure, number }, 'a mail could not be stored; it is tried again');
      }
    }
    await readUpTo(db.manager, mailbox, validity, Math.max(upTo ?? 0, Math.min(last, failed - 1)));
  }

  async #take(client: ImapFlow, mail: { mailbox: string; validity: string; number: number }): Promise<void> {
    const { db, mails } = this.input;
    const query = { internalDate: true, source: { maxLength: mostMailBytes + 1 } };
    const found = await client.fetchOne(String(mail.number), query, { uid: true });
    // Somebody has deleted it meanwhile.
    if (!found || !found.source) return;
    const { mailbox } = mail;
    const { envelopeId } = await mails.take(found.source, { mailbox, receivedAt: arrivedAt(found.internalDate) });
    await stored(db.manager, { ...mail, envelopeId });
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

function clientOf({ host, port, secure, user, password }: MailboxSettings): ImapFlow {
  const client = new ImapFlow({
    host,
    port,
    secure,
    // A password does not cross a network unencrypted.
    ...(!secure && !isLoopback(host) && { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    maxIdleTime: 5 * 60_000,
    connectionTimeout: 20_000,
    greetingTimeout: 10_000,
    socketTimeout: 6 * 60_000,
  });
  // Whoever waits for an answer hears of it as well.
  client.on('error', () => {});
  return client;
}

/** Settles when new mail is told of, when the connection ends, or after a while. */
function newsOf(client: ImapFlow, pollMs: number): Promise<void> {
  return new Promise((resolve) => {
    const heard = () => {
      clearTimeout(timer);
      client.off('exists', heard).off('close', heard);
      resolve();
    };
    const timer = setTimeout(heard, pollMs);
    client.on('exists', heard).on('close', heard);
  });
}

/** The clock of the mail server is not ours: what comes from the future came now. */
function arrivedAt(told: Date | string | undefined): string {
  const at = told === undefined ? Number.NaN : new Date(told).getTime();
  return new Date(Number.isNaN(at) ? Date.now() : Math.min(at, Date.now())).toISOString();
}
