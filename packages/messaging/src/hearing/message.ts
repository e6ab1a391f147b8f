import type { Envelope } from '../outbox/envelope.js';

/** A message as it was delivered, or as it waited among the dead letters. */
export interface Message {
  readonly envelope: Envelope;
  readonly subject: string;
  readonly stream: string;
  readonly streamSeq: number;
  readonly body: string;
}

export const nameOf = ({ envelope, stream, streamSeq }: Message) => ({
  event: envelope.id,
  type: envelope.type,
  stream,
  streamSeq,
});
