import type { Progress } from '@pledge/contracts/http';
import { writeByLink } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { sizeOf } from '../../ui/file-size.js';
import { WriteForm } from './link-forms.js';

interface SaidPanelProps {
  readonly publicToken: string;
  readonly progress: Pick<Progress, 'conversation' | 'status'>;
}

/** What the user and we have said to each other. */
export function SaidPanel({ publicToken, progress: { conversation, status } }: SaidPanelProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('progress.said')}</h2>
      </div>
      {conversation.length === 0 && <p className="quiet">{t('conversation.empty')}</p>}
      <ol className="entries">
        {conversation.map(({ from, text, at, by, attachments }, place) => (
          <li key={`${at}/${place}`} className={from === 'user' ? 'said out' : 'said in'}>
            <p className="said-head">
              <strong>{by || t('progress.you')}</strong>
              <time dateTime={at}>{short(at)}</time>
            </p>
            <p className="said-text">{text}</p>
            {attachments.length > 0 && (
              <ul className="said-files">
                {attachments.map(({ id, name, size }) => (
                  <li key={id}>
                    <a href={`/api/intake/progress/${publicToken}/attachments/${id}`} download={name}>
                      {name}
                    </a>{' '}
                    <span className="quiet">{sizeOf(size)}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {status !== 'closed' && may(writeByLink) && (
        <div className="say">
          <WriteForm publicToken={publicToken} />
        </div>
      )}
    </section>
  );
}
