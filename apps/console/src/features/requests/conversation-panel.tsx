import type { Guarded } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';
import {
  addNote,
  addUserWord,
  askClarification,
  getConversation,
  tellCaller,
  writeReply,
} from '@pledge/contracts/http';
import { Failed, Skeleton, useApiQuery } from '@pledge/ui';
import type { ComponentType } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { AskForm } from './ask-form.js';
import { CallBacks } from './call-backs.js';
import { Clarifications } from './clarifications.js';
import { Entry } from './conversation-entries.js';
import type { SayProps } from './say-forms.js';
import { NoteForm, ReplyForm, UserWordForm } from './say-forms.js';
import type { Way } from './saying.js';
import { waysOf } from './saying.js';
import { TellForm } from './tell-form.js';

const forms: Readonly<Record<Way, { route: Guarded; View: ComponentType<SayProps> }>> = {
  reply: { route: writeReply, View: ReplyForm },
  'user-word': { route: addUserWord, View: UserWordForm },
  note: { route: addNote, View: NoteForm },
  ask: { route: askClarification, View: AskForm },
  tell: { route: tellCaller, View: TellForm },
};

/** What was said between the user and us, and the forms to say more. */
export function ConversationPanel({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const may = useMay();
  const allowed = may(getConversation);
  const conversation = useApiQuery(
    request.id,
    getConversation,
    { params: { requestId: request.id } },
    { enabled: allowed },
  );
  if (!allowed) return null;
  return (
    <Panel title={t('conversation.title')} className="conversation">
      {conversation.isPending ? (
        <Skeleton count={4} />
      ) : !conversation.data ? (
        <Failed error={conversation.error} onRetry={() => void conversation.refetch()} />
      ) : (
        <>
          {conversation.data.entries.length === 0 && (
            <p className="quiet">{t(request.joinedTo ? 'conversation.empty-joined' : 'conversation.empty')}</p>
          )}
          <ol className="entries">
            {conversation.data.entries.map((entry) => (
              <Entry key={`${entry.type}/${entry.id}`} entry={entry} />
            ))}
          </ol>
          <Clarifications request={request} conversation={conversation.data} />
          <CallBacks request={request} conversation={conversation.data} />
          <Say request={request} conversation={conversation.data} />
        </>
      )}
    </Panel>
  );
}

function Say({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const may = useMay();
  const ways = waysOf(request).filter((way) => may(forms[way].route));
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen !== null && ways.includes(chosen) ? chosen : null;
  if (ways.length === 0) return null;
  return (
    <div className="say">
      <div className="say-ways" role="group" aria-label={t('conversation.say')}>
        {ways.map((one) => (
          <button
            key={one}
            type="button"
            className="say-way"
            aria-expanded={way === one}
            onClick={() => setChosen(way === one ? null : one)}
          >
            {t(`way.${one}`)}
          </button>
        ))}
      </div>
      {ways.map((one) => {
        const { View } = forms[one];
        return (
          <div key={one} hidden={way !== one} className="say-form">
            <View request={request} conversation={conversation} />
          </div>
        );
      })}
    </div>
  );
}
