import type { Cause, CommandHandler } from '@pledge/messaging';
import { commandHandler, partOf } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { v5 } from 'uuid';
import type { Wording } from '../templates/wording.js';
import type { Letter, MessageCommand, MessageEvent } from './message.js';
import { message } from './message.js';
import { letterOf } from './messages.query.js';
import { messageStore } from './messages.store.js';

const namespace = '4f1b3c86-6a0e-5d8e-9c55-0d0b4f6f2a71';

/** Whom to tell about which request. */
export interface Addressee extends Pick<Letter, 'audience' | 'to' | 'requestId' | 'requestNumber' | 'inReplyTo'> {
  /** Tells the people of one audience apart, the same each time the event is heard. */
  readonly key: string;
}

/** The one door into messages, for the bus and the timers alike. */
export abstract class Messages {
  abstract readonly handle: CommandHandler<MessageCommand, MessageEvent, undefined>;
  /** Records what one person is told of an event; heard again, it is there already. */
  abstract tell(eventId: string, addressee: Addressee, wording: Wording, cause: Cause): Promise<void>;
  /** What is to be sent, as it was recorded. */
  abstract letterOf(messageId: string): Promise<Letter>;
}

/** @param byMail whether there is a mail server to send by */
export function messagesIn(db: DataSource, byMail: boolean): Messages {
  const handle = commandHandler({
    db,
    record: 'message',
    rules: message,
    store: messageStore,
    view: () => Promise.resolve(undefined),
  });
  return {
    handle,
    letterOf: (messageId) => letterOf(db.manager, messageId),
    async tell(eventId, { key, ...addressed }, wording, cause) {
      const messageId = v5(`${eventId}/${addressed.audience}/${key}`, namespace);
      const letter: Letter = { messageId, ...addressed, ...wording };
      await handle(messageId, { type: 'record', letter, byMail }, partOf(cause, messageId));
    },
  };
}
