import type { CallInput } from '@pledge/client';
import type { ReplyOf, RouteContract } from '@pledge/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Intent } from './intent.js';
import { intentFor } from './intent.js';
import { isUnanswered } from './unanswered.js';
import { useKit } from '../kit.js';

export interface Command<R extends RouteContract> {
  readonly input: CallInput<R>;
  /** The version of the record on the screen. */
  readonly ifMatch?: number | undefined;
}

interface CommandOptions<R extends RouteContract> {
  readonly onDone?: (reply: ReplyOf<R>) => void;
  /** An intent that had no answer before the page was left, and where to keep the next one. */
  readonly kept?: { readonly unanswered: Intent | null; readonly keep: (intent: Intent | null) => void };
}

/** Sends one command of a person: shown as done only when the server has committed it. */
export function useCommand<R extends RouteContract>(route: R, { onDone, kept }: CommandOptions<R> = {}) {
  const queries = useQueryClient();
  const { send } = useKit();
  const unanswered = useRef<Intent | null>(kept?.unanswered ?? null);
  const keep = (intent: Intent | null) => {
    unanswered.current = intent;
    kept?.keep(intent);
  };
  return useMutation<ReplyOf<R>, Error, Command<R>>({
    mutationFn: async ({ input, ifMatch }) => {
      const intent = intentFor({ input, ifMatch }, unanswered.current, () => crypto.randomUUID());
      keep(intent);
      try {
        const reply = await send(route, input, { ifMatch: intent.ifMatch, idempotencyKey: intent.key });
        keep(null);
        return reply;
      } catch (error) {
        if (!isUnanswered(error)) keep(null);
        throw error;
      }
    },
    onSuccess: (reply) => {
      onDone?.(reply);
    },
    onSettled: (_reply, error) => {
      if (isUnanswered(error)) return;
      void queries.invalidateQueries({ queryKey: ['live'] });
    },
  });
}
