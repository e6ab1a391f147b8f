import type { CloudEvent } from '../outbox/cloud-event.js';

/** A message as it was delivered, or as it waited among the dead letters. */
export interface Message {
  readonly cloudEvent: CloudEvent;
  readonly subject: string;
  readonly stream: string;
  readonly streamSeq: number;
  readonly body: string;
}

export const nameOf = ({ cloudEvent, stream, streamSeq }: Message) => ({
  event: cloudEvent.id,
  type: cloudEvent.type,
  stream,
  streamSeq,
});
