import type { MsgHdrs } from '@nats-io/transport-node';
import { headers } from '@nats-io/transport-node';

/** An event on its way: CloudEvents 1.0 attributes in headers, the data as JSON in the body. */
export interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly at: string;
  readonly about: string;
  /** Its place in the journal of who says it: grows with every event of a record. */
  readonly sequence?: number | undefined;
  readonly partitionKey: string;
  readonly traceparent?: string | undefined;
}

export function toHeaders(cloudEvent: CloudEvent): MsgHdrs {
  const to = headers();
  to.set('ce-specversion', '1.0');
  to.set('ce-id', cloudEvent.id);
  to.set('ce-source', cloudEvent.source);
  to.set('ce-type', cloudEvent.type);
  to.set('ce-time', cloudEvent.at);
  to.set('ce-subject', cloudEvent.about);
  to.set('ce-partitionkey', cloudEvent.partitionKey);
  if (cloudEvent.sequence !== undefined) to.set('ce-sequence', String(cloudEvent.sequence));
  to.set('ce-datacontenttype', 'application/json');
  if (cloudEvent.traceparent) to.set('traceparent', cloudEvent.traceparent);
  return to;
}

/** What the headers say; where one is missing, what the transport knows instead. */
export function fromHeaders(
  from: MsgHdrs | undefined,
  otherwise: { id: string; subject: string; at: string },
): CloudEvent {
  const read = (name: string) => from?.get(name) || undefined;
  return {
    id: read('ce-id') ?? otherwise.id,
    type: read('ce-type') ?? otherwise.subject,
    source: read('ce-source') ?? otherwise.subject.slice(0, otherwise.subject.indexOf('.')),
    at: read('ce-time') ?? otherwise.at,
    about: read('ce-subject') ?? '',
    sequence: Number(read('ce-sequence') ?? 0),
    partitionKey: read('ce-partitionkey') ?? read('ce-subject') ?? otherwise.id,
    traceparent: read('traceparent'),
  };
}
