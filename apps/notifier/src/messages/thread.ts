import { mailIdOf, withNumber } from '@pledge/contracts';
import type { Letter } from './message.js';

/** The headers by which a mail program keeps together what is about one request, and by which intake knows an answer to it. */
export interface Thread {
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly subject: string;
  /** Nobody wrote it: no machine is to answer it (RFC 3834). */
  readonly automatic: boolean;
}

/** What a person wrote; all else the house says by itself. */
const writtenByPeople = ['request-responded', 'reply-written', 'clarification-asked'];

/** The same for every attempt, so that a mailbox which got a letter twice can tell. */
export function threadOf({ messageId, requestId, requestNumber, audience, subject, ...letter }: Letter): Thread {
  const own = { messageId: mailIdOf(messageId, requestId), automatic: !writtenByPeople.includes(letter.template) };
  if (requestId === null) return { ...own, subject };
  // Where the user sent no mail, every letter answers one that was never sent: that keeps them together.
  const first = (audience === 'reporter' && letter.inReplyTo) || mailIdOf(requestId, requestId);
  return {
    ...own,
    inReplyTo: first,
    references: first,
    // Our own people know the subject; only an answer of the user is told by the number in it.
    subject: audience === 'reporter' && requestNumber !== null ? withNumber(subject, requestNumber) : subject,
  };
}
