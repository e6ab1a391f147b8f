import type { CallInput } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import type { Conversation } from '@pledge/contracts/http';
import { getConversation } from '@pledge/contracts/http';
import { CommandNotice, keyOf, useCommand } from '@pledge/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Entry } from './conversation-entries.js';
import { saidSince } from './saying.js';

interface SayingOptions {
  readonly onDone?: () => void;
  /** True for what takes nothing for granted: a note stands whatever a colleague has said meanwhile. */
  readonly always?: boolean;
}

/** One thing that is said: sent with what was on the screen, and what others said meanwhile is shown beside it. */
export function useSaying<R extends RouteContract>(
  route: R,
  conversation: Conversation,
  { onDone, always = false }: SayingOptions = {},
) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<Conversation | null>(null);
  const { requestId, version } = conversation;
  const command = useCommand(route, {
    onDone: (reply) => {
      queries.setQueryData(keyOf(requestId, getConversation, { params: { requestId } }), reply);
      setSeen(null);
      onDone?.();
    },
  });
  const meanwhile = seen ? saidSince(seen, conversation) : [];
  return {
    busy: command.isPending,
    /** From here on it is remembered what was on the screen. */
    begin: () => setSeen((before) => before ?? conversation),
    notice: (
      <>
        <CommandNotice error={command.error} seen={seen} now={conversation} />
        {meanwhile.length > 0 && (
          <div className="meanwhile" role="status">
            <p className="meanwhile-head">{t('conversation.meanwhile')}</p>
            <ol className="entries">
              {meanwhile.map((entry) => (
                <Entry key={`${entry.type}/${entry.id}`} entry={entry} />
              ))}
            </ol>
          </div>
        )}
      </>
    ),
    run: (input: CallInput<R>) => {
      setSeen((before) => before ?? conversation);
      command.mutate({ input, ...(always ? {} : { ifMatch: version }) });
    },
  };
}
