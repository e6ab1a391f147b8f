import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { Cause, Logger, RunningTimers } from '@pledge/messaging';
import { partOf, startTimers } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { MailChannel } from '../mail/smtp.channel.js';
import type { Patience } from './message.js';
import type { Messages } from './messages.commands.js';
import { sendingTimer } from './messages.store.js';

export interface SendingInput {
  readonly db: DataSource;
  readonly messages: Messages;
  /** None where messages are only recorded; what waits from before waits on. */
  readonly channel: MailChannel | undefined;
  readonly patience: Patience;
  readonly logger: Logger;
}

/** Takes what is due to the mail server: an attempt is on record before it is made. */
@Injectable()
export class Sending implements OnApplicationBootstrap, OnModuleDestroy {
  private running: RunningTimers | undefined;

  constructor(private readonly input: SendingInput) {}

  onApplicationBootstrap(): void {
    const { db, channel, logger } = this.input;
    if (!channel) return;
    const ring = (messageId: string, _dueAt: string, cause: Cause) => this.attempt(channel, messageId, cause);
    this.running = startTimers(db, { [sendingTimer]: ring }, { logger });
  }

  async onModuleDestroy(): Promise<void> {
    await this.running?.stop();
  }

  /** @throws while another attempt is under way, so that the timer rings again */
  private async attempt(channel: MailChannel, messageId: string, cause: Cause): Promise<void> {
    const { messages, patience } = this.input;
    // A key of its own each time: after a crash the same moment rings again, and is another attempt.
    const asked = partOf(cause, newId());
    const { events } = await messages.handle(messageId, { type: 'begin', patience }, partOf(asked, 'begin'));
    const begun = events.find((event) => event.type === 'attempt-begun');
    if (!begun) return;
    const { attempt } = begun.data;
    const error = await this.errorOf(channel, messageId);
    const answer =
      error === undefined
        ? ({ type: 'done', attempt } as const)
        : ({ type: 'fail', attempt, error, patience } as const);
    await messages.handle(messageId, answer, partOf(asked, 'answer'));
  }

  private async errorOf(channel: MailChannel, messageId: string): Promise<string | undefined> {
    const { messages, logger } = this.input;
    try {
      await channel.send(await messages.letterOf(messageId));
      return undefined;
    } catch (failure) {
      const error = failure instanceof Error ? failure.message : String(failure);
      logger.warn({ messageId, code: codeOf(failure) }, 'a message could not be sent');
      return error.replaceAll('\u0000', '\ufffd').slice(0, 500);
    }
  }
}

const codeOf = (failure: unknown): unknown =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
