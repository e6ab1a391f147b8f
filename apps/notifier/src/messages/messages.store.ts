import type { Store } from '@pledge/messaging';
import { timers } from '@pledge/messaging';
import type { Letter, MessageState } from './message.js';

/** The timer that takes a message to the mail server; it is set in the transaction that changes the message. */
export const sendingTimer = 'send-message';

interface MessageRow {
  readonly status: Exclude<MessageState['status'], 'absent'>;
  readonly letter: Letter;
  readonly recorded_at: Date;
  readonly attempts: number;
  readonly due_at: Date | null;
  readonly sent_at: Date | null;
  readonly last_error: string | null;
  readonly version: number;
}

export const messageStore: Store<MessageState> = {
  async load(tx, messageId) {
    const [row] = await tx.query<MessageRow[]>(
      `select status, letter, recorded_at, attempts, due_at, sent_at, last_error, version
       from message where message_id = $1`,
      [messageId],
    );
    return row && { state: toState(messageId, row), version: row.version };
  },

  async save(tx, messageId, state, version) {
    if (state.status === 'absent') return;
    await tx.query(
      `insert into message (message_id, request_id, status, letter, recorded_at, attempts, due_at, sent_at, last_error, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (message_id) do update set status = excluded.status, attempts = excluded.attempts,
         due_at = excluded.due_at, sent_at = excluded.sent_at, last_error = excluded.last_error,
         version = excluded.version`,
      [
        messageId,
        state.letter.requestId,
        state.status,
        JSON.stringify(state.letter),
        state.recordedAt,
        'attempts' in state ? state.attempts : 0,
        'dueAt' in state ? state.dueAt : null,
        'sentAt' in state ? state.sentAt : null,
        'lastError' in state ? state.lastError : null,
        version,
      ],
    );
    // While an attempt is under way its timer stays as it is: it rings again until the attempt has an end.
    const timer = { kind: sendingTimer, ref: messageId };
    if (state.status === 'waiting') await timers.schedule(tx, { ...timer, dueAt: state.dueAt });
    if (state.status === 'sent' || state.status === 'failed') await timers.cancel(tx, timer);
  },
};

function toState(messageId: string, row: MessageRow): MessageState {
  const { status, letter, attempts, last_error: lastError } = row;
  const written = { letter, recordedAt: row.recorded_at.toISOString() };
  const dueAt = row.due_at?.toISOString();
  const sentAt = row.sent_at?.toISOString();
  if (status === 'recorded') return { status, ...written };
  if (status === 'waiting' && dueAt) return { status, ...written, attempts, dueAt, lastError };
  if (status === 'sending' && dueAt) return { status, ...written, attempts, dueAt, lastError };
  if (status === 'sent' && sentAt) return { status, ...written, attempts, sentAt, lastError };
  if (status === 'failed' && lastError !== null) return { status, ...written, attempts, lastError };
  throw new Error(`message ${messageId} is ${status} without what belongs to it`);
}
