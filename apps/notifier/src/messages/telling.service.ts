import type { Cause } from '@pledge/messaging';
import { partOf } from '@pledge/messaging';
import { v5 } from 'uuid';
import type { Wording } from '../templates/wording.js';
import type { Letter } from './message.js';
import type { Messages } from './messages.module.js';

const namespace = '4f1b3c86-6a0e-5d8e-9c55-0d0b4f6f2a71';

/** Whom to tell about which request. */
export interface Addressee extends Pick<Letter, 'audience' | 'to' | 'requestId' | 'requestNumber' | 'inReplyTo'> {
  /** Tells the people of one audience apart, the same each time the event is received. */
  readonly key: string;
}

/** Records what one person is told of an event; received again, it is there already. */
export class Telling {
  /** @param byMail whether there is a mail server to send by */
  constructor(
    private readonly messages: Messages,
    private readonly byMail: boolean,
  ) {}

  async tell(eventId: string, { key, ...addressed }: Addressee, wording: Wording, cause: Cause): Promise<void> {
    const messageId = v5(`${eventId}/${addressed.audience}/${key}`, namespace);
    const command = { type: 'record', letter: { ...addressed, ...wording }, byMail: this.byMail } as const;
    await this.messages.handle(messageId, command, partOf(cause, messageId));
  }
}
