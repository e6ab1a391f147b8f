import { Module } from '@nestjs/common';
import type { Condition } from '@pledge/application';
import { aggregate, aggregateModule, documents, listOf, projectionOf } from '@pledge/application';
import type { CallerIdentity } from '@pledge/contracts';
import { readsComplaints } from '@pledge/contracts';
import type { Message as MessageView } from '@pledge/contracts/http';
import { listMessages } from '@pledge/contracts/http';
import type { Statement } from '@pledge/messaging';
import { Commands, timerStatement } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import type { LiveMessage, Letter, MessageCommand, MessageEvent, MessageState } from './message.js';
import { message } from './message.js';

export abstract class Messages extends Commands<MessageCommand, MessageEvent> {}

/** The timer that takes a message to the mail server. */
export const sendingTimer = 'send-message';

/** While an attempt is under way its timer stays as it is: it expires again until the attempt has an end. */
function timerOf(id: string, state: MessageState): readonly Statement[] {
  const timer = { kind: sendingTimer, ref: id };
  if (state.status === 'waiting') return [timerStatement({ ...timer, dueAt: state.dueAt })];
  return state.status === 'sent' || state.status === 'failed' ? [timerStatement({ ...timer, dueAt: null })] : [];
}

export const messages = aggregate('message', message, {
  store: documents('message', 'message_id', {
    request_id: ({ letter }) => letter.requestId,
    status: ({ status }) => status,
    recorded_at: ({ recordedAt }) => recordedAt,
  }),
  beside: ({ id, after }) => timerOf(id, after),
});

interface Row extends Pick<MessageView, 'id' | 'state'> {
  readonly record: LiveMessage;
}

const view = projectionOf<MessageView>({
  from: 'message m',
  key: 'm.message_id',
  select: { id: 'm.message_id', state: 'm.shown_as', record: 'm.record' },
  item({ id, state, record }: Row): MessageView {
    const { requestId, requestNumber, template, audience, to, subject, text } = record.letter;
    return {
      ...{ id, requestId, requestNumber, template, audience, to, subject, text, state },
      attempts: 'attempts' in record ? record.attempts : 0,
      lastError: 'lastError' in record ? record.lastError : null,
      recordedAt: record.recordedAt,
      sentAt: 'sentAt' in record ? record.sentAt : null,
    };
  },
});

const theirs = 'select request_id from assignment_replica where engineer_id::text';
const complaint = `select from request_replica r where r.request_id = m.request_id and coalesce(r.kind, 'complaint') = 'complaint'`;

/** An engineer sees what was sent about the requests that are theirs; what was sent about a complaint, who reads these. */
function visible(caller: CallerIdentity): Condition {
  return (at) =>
    [
      caller.role === 'engineer' ? `m.request_id in (${theirs} = ${at(caller.personId)})` : 'true',
      readsComplaints(caller) ? 'true' : `not exists (${complaint})`,
    ].join(' and ');
}

export const messageList = listOf(listMessages, view, {
  filters: { requestId: 'm.request_id', state: 'm.shown_as' },
  visible,
  order: [
    ['m.recorded_at', 'desc', 'timestamptz'],
    ['m.message_id', 'desc', 'uuid'],
  ],
});

/** What is to be sent, as it was recorded. */
export async function letterOf(db: DataSource, messageId: string): Promise<Letter> {
  const [row] = await db.query<{ letter: Letter }[]>(
    `select record -> 'letter' as letter from message where message_id = $1`,
    [messageId],
  );
  if (!row) throw new Error(`there is no message ${messageId}`);
  return row.letter;
}

@Module(aggregateModule(messages, Messages, { lists: [messageList] }))
export class MessagesModule {}
