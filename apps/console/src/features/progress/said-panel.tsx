import type { Progress } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { WriteForm } from './link-forms.js';

interface SaidPanelProps {
  readonly publicToken: string;
  readonly progress: Pick<Progress, 'conversation' | 'status'>;
}

/** What the user and we have said to each other. */
export function SaidPanel({ publicToken, progress: { conversation, status } }: SaidPanelProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('progress.said')}</h2>
      </div>
      {conversation.length === 0 && <p className="quiet">{t('conversation.empty')}</p>}
      <ol className="entries">
        {conversation.map(({ from, text, at, by }, place) => (
          <li key={`${at}/${place}`} className={from === 'user' ? 'said out' : 'said in'}>
            <p className="said-head">
              <strong>{by || t('progress.you')}</strong>
              <time dateTime={at}>{short(at)}</time>
            </p>
            <p className="said-text">{text}</p>
          </li>
        ))}
      </ol>
      {status !== 'closed' && (
        <div className="say">
          <WriteForm publicToken={publicToken} />
        </div>
      )}
    </section>
  );
}
