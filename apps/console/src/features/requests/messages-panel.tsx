import { listMessages } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';

const tones = { recorded: 'info', sending: 'calm', sent: 'good', failed: 'bad' } as const;

/** Whom we told what. */
export function MessagesPanel({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const allowed = may(listMessages);
  const messages = useApiQuery(requestId, listMessages, { query: { requestId, limit: 50 } }, { enabled: allowed });
  if (!allowed) return null;
  return (
    <Panel title={t('request.messages')}>
      {messages.isPending ? (
        <Skeleton count={3} />
      ) : !messages.data ? (
        <Failed error={messages.error} onRetry={() => void messages.refetch()} />
      ) : messages.data.items.length === 0 ? (
        <p className="quiet">{t('request.no-messages')}</p>
      ) : (
        <ul className="messages">
          {messages.data.items.map((message) => (
            <li key={message.id}>
              <p className="message-head">
                <strong>{message.to.name}</strong>
                <span>{t(`audience.${message.audience}`)}</span>
                <Tag tone={tones[message.state]}>{t(`message-state.${message.state}`)}</Tag>
                <time className="quiet">{short(message.sentAt ?? message.recordedAt)}</time>
              </p>
              <p className="message-text">{message.text}</p>
              {message.lastError !== null && <p className="bad-text">{message.lastError}</p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
