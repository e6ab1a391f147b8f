import type { EventOf } from '@pledge/contracts/events';
import { UserTold } from '@pledge/contracts/events';
import type { Message } from '@pledge/contracts/http';
import type { Decider } from '@pledge/kernel';
import { Refusal } from '@pledge/kernel';

/** What one person is told. */
export interface Letter {
  readonly messageId: string;
  /** Null where it is not about a request. */
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  readonly template: string;
  readonly audience: Message['audience'];
  readonly to: Message['to'];
  readonly subject: string;
  readonly text: string;
  /** `Message-ID` of the mail its request came by; absent in messages from before it was told. */
  readonly inReplyTo?: string | null;
}

interface Written {
  readonly letter: Letter;
  readonly recordedAt: string;
}

/** How often and how patiently a letter is tried. */
export interface Patience {
  readonly attempts: number;
  /** The pause before the second attempt; each further one is twice as long. */
  readonly firstRetryMs: number;
}

export type MessageState =
  | { readonly status: 'absent' }
  /** No way to send it: it is told by phone. */
  | (Written & { readonly status: 'recorded' })
  | (Written & {
      readonly status: 'waiting';
      readonly attempts: number;
      readonly dueAt: string;
      readonly lastError: string | null;
    })
  /** An attempt is under way, or was cut off: after `dueAt` nobody is at it any more. */
  | (Written & {
      readonly status: 'sending';
      readonly attempts: number;
      readonly dueAt: string;
      readonly lastError: string | null;
    })
  | (Written & {
      readonly status: 'sent';
      readonly attempts: number;
      readonly sentAt: string;
      readonly lastError: string | null;
    })
  | (Written & { readonly status: 'failed'; readonly attempts: number; readonly lastError: string });

export type MessageCommand =
  | { readonly type: 'record'; readonly letter: Letter; readonly byMail: boolean }
  | { readonly type: 'begin'; readonly patience: Patience }
  /** The numbers of attempts tell a late answer from the present one. */
  | { readonly type: 'done'; readonly attempt: number }
  | { readonly type: 'fail'; readonly attempt: number; readonly error: string; readonly patience: Patience };

export type MessageEvent =
  | {
      readonly type: 'message-written';
      readonly data: { readonly letter: Letter; readonly byMail: boolean; readonly recordedAt: string };
    }
  | EventOf<typeof UserTold>
  | { readonly type: 'attempt-begun'; readonly data: { readonly attempt: number; readonly until: string } }
  | {
      readonly type: 'attempt-failed';
      readonly data: { readonly attempt: number; readonly error: string; readonly nextAt: string };
    }
  | { readonly type: 'message-sent'; readonly data: { readonly sentAt: string } }
  | { readonly type: 'message-failed'; readonly data: { readonly error: string } };

/** Longer than a conversation with a mail server lasts: an attempt that said nothing until then was cut off. */
export const attemptMs = 5 * 60_000;
const longestRetryMs = 3_600_000;

const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

const retryMs = ({ firstRetryMs }: Patience, attempt: number): number =>
  Math.min(firstRetryMs * 2 ** (attempt - 1), Math.max(firstRetryMs, longestRetryMs));

export const message: Decider<MessageCommand, MessageState, MessageEvent> = {
  initial: { status: 'absent' },

  decide(command, state, now) {
    switch (command.type) {
      case 'record':
        return state.status === 'absent' ? record(command, now) : [];
      case 'begin':
        return begin(command.patience, state, now);
      case 'done':
        if (state.status !== 'sending' || state.attempts !== command.attempt) return [];
        return [{ type: 'message-sent', data: { sentAt: now } }];
      case 'fail': {
        const { attempt, error, patience } = command;
        if (state.status !== 'sending' || state.attempts !== attempt) return [];
        if (attempt >= patience.attempts) return [{ type: 'message-failed', data: { error } }];
        const nextAt = after(now, retryMs(patience, attempt));
        return [{ type: 'attempt-failed', data: { attempt, error, nextAt } }];
      }
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'message-written': {
        const { letter, byMail, recordedAt } = event.data;
        return byMail
          ? { status: 'waiting', letter, recordedAt, attempts: 0, dueAt: recordedAt, lastError: null }
          : { status: 'recorded', letter, recordedAt };
      }
      case 'notifier.message-recorded.v1':
        return state;
      case 'attempt-begun':
        if (state.status !== 'waiting' && state.status !== 'sending') return state;
        return { ...state, status: 'sending', attempts: event.data.attempt, dueAt: event.data.until };
      case 'attempt-failed':
        if (state.status !== 'sending') return state;
        return { ...state, status: 'waiting', dueAt: event.data.nextAt, lastError: event.data.error };
      case 'message-sent': {
        if (state.status !== 'sending') return state;
        const { letter, recordedAt, attempts, lastError } = state;
        return { status: 'sent', letter, recordedAt, attempts, sentAt: event.data.sentAt, lastError };
      }
      case 'message-failed': {
        if (state.status !== 'sending') return state;
        const { letter, recordedAt, attempts } = state;
        return { status: 'failed', letter, recordedAt, attempts, lastError: event.data.error };
      }
    }
  },
};

function record({ letter, byMail }: Extract<MessageCommand, { type: 'record' }>, now: string): MessageEvent[] {
  const { messageId, requestId, template, audience, to } = letter;
  return [
    { type: 'message-written', data: { letter, byMail: byMail && to.email !== null, recordedAt: now } },
    UserTold.of({ messageId, requestId, template, audience, recordedAt: now }),
  ];
}

/** @throws {Refusal} while another attempt is under way */
function begin(patience: Patience, state: MessageState, now: string): MessageEvent[] {
  if (state.status !== 'waiting' && state.status !== 'sending') return [];
  const due = Date.parse(state.dueAt) <= Date.parse(now);
  if (!due && state.status === 'waiting') return [];
  if (!due) throw new Refusal('attempt-under-way', { until: state.dueAt });
  if (state.attempts >= patience.attempts) {
    return [{ type: 'message-failed', data: { error: state.lastError ?? 'every attempt was cut off' } }];
  }
  return [{ type: 'attempt-begun', data: { attempt: state.attempts + 1, until: after(now, attemptMs) } }];
}
