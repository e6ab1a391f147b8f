import type { Logger, TimerHandler } from '@pledge/messaging';
import { partOf } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Patience } from '../messages/message.js';
import type { Messages } from '../messages/messages.module.js';
import { letterOf } from '../messages/messages.module.js';
import type { MailChannel } from './smtp.channel.js';

export interface SendingInput {
  readonly db: DataSource;
  readonly messages: Messages;
  readonly channel: MailChannel;
  readonly patience: Patience;
  readonly logger: Logger;
}

/**
 * Takes what is due to the mail server: an attempt is on record before it is made. It rejects while another attempt is under way, so
 * that the timer expires again.
 */
export const sendingBy =
  ({ db, messages, channel, patience, logger }: SendingInput): TimerHandler =>
  async (messageId, _dueAt, cause) => {
    // A key of its own each time: after a crash the same moment comes again, and is another attempt.
    const asked = partOf(cause, newId());
    const { events } = await messages.handle(messageId, { type: 'begin', patience }, partOf(asked, 'begin'));
    const begun = events.find((event) => event.type === 'attempt-begun');
    if (!begun) return;
    const { attempt } = begun.data;
    const error = await errorOf(channel, db, messageId, logger);
    const answer =
      error === undefined
        ? ({ type: 'done', attempt } as const)
        : ({ type: 'fail', attempt, error, patience } as const);
    await messages.handle(messageId, answer, partOf(asked, 'answer'));
  };

async function errorOf(
  channel: MailChannel,
  db: DataSource,
  messageId: string,
  logger: Logger,
): Promise<string | undefined> {
  try {
    await channel.send(await letterOf(db, messageId));
    return undefined;
  } catch (failure) {
    const error = failure instanceof Error ? failure.message : String(failure);
    logger.warn({ messageId, code: codeOf(failure) }, 'a message could not be sent');
    return error.replaceAll('\u0000', '\ufffd').slice(0, 500);
  }
}

const codeOf = (failure: unknown): unknown =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : undefined;
