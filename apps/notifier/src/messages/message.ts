import type { EventOf } from '@pledge/contracts';
import { UserTold } from '@pledge/contracts/events';
import type { Message } from '@pledge/contracts/http';
import type { Decider, Given } from '@pledge/kernel';
import { byCommand, byEvent, Refusal } from '@pledge/kernel';

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

export type LiveMessage = Exclude<MessageState, { readonly status: 'absent' }>;

export type MessageCommand =
  | { readonly type: 'record'; readonly letter: Omit<Letter, 'messageId'>; readonly byMail: boolean }
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

export const message: Decider<MessageCommand, MessageState, MessageEvent, Given> = {
  initial: { status: 'absent' },

  decide: byCommand<MessageCommand, MessageState, MessageEvent>({
    record({ letter: told, byMail }, state, { id: messageId, now: recordedAt }) {
      if (state.status !== 'absent') return [];
      const letter = { ...told, messageId };
      const { requestId, template, audience, to } = letter;
      return [
        { type: 'message-written', data: { letter, byMail: byMail && to.email !== null, recordedAt } },
        UserTold.of({ messageId, requestId, template, audience, recordedAt }),
      ];
    },

    /** Refused while another attempt is under way. */
    begin({ patience }, state, { now }) {
      if (state.status !== 'waiting' && state.status !== 'sending') return [];
      const due = Date.parse(state.dueAt) <= Date.parse(now);
      if (!due && state.status === 'waiting') return [];
      if (!due) throw new Refusal('attempt-under-way', { until: state.dueAt });
      if (state.attempts >= patience.attempts)
        return [{ type: 'message-failed', data: { error: state.lastError ?? 'every attempt was cut off' } }];
      return [{ type: 'attempt-begun', data: { attempt: state.attempts + 1, until: after(now, attemptMs) } }];
    },

    done: ({ attempt }, state, { now: sentAt }) =>
      state.status === 'sending' && state.attempts === attempt ? [{ type: 'message-sent', data: { sentAt } }] : [],

    fail({ attempt, error, patience }, state, { now }) {
      if (state.status !== 'sending' || state.attempts !== attempt) return [];
      if (attempt >= patience.attempts) return [{ type: 'message-failed', data: { error } }];
      const nextAt = after(now, retryMs(patience, attempt));
      return [{ type: 'attempt-failed', data: { attempt, error, nextAt } }];
    },
  }),

  evolve: byEvent<MessageEvent, MessageState>({
    'message-written': (_state, { data: { letter, byMail, recordedAt } }) =>
      byMail
        ? { status: 'waiting', letter, recordedAt, attempts: 0, dueAt: recordedAt, lastError: null }
        : { status: 'recorded', letter, recordedAt },

    'notifier.message-recorded.v1': (state) => state,

    'attempt-begun'(state, { data: { attempt, until } }) {
      if (state.status !== 'waiting' && state.status !== 'sending') return state;
      return { ...state, status: 'sending', attempts: attempt, dueAt: until };
    },

    'attempt-failed': (state, { data: { error, nextAt } }) =>
      state.status === 'sending' ? { ...state, status: 'waiting', dueAt: nextAt, lastError: error } : state,

    'message-sent'(state, { data: { sentAt } }) {
      if (state.status !== 'sending') return state;
      const { letter, recordedAt, attempts, lastError } = state;
      return { status: 'sent', letter, recordedAt, attempts, sentAt, lastError };
    },

    'message-failed'(state, { data: { error } }) {
      if (state.status !== 'sending') return state;
      const { letter, recordedAt, attempts } = state;
      return { status: 'failed', letter, recordedAt, attempts, lastError: error };
    },
  }),
};
