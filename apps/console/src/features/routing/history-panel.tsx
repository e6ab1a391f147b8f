import type { Routing } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/primitives.js';
import { Differences } from './differences.js';

/** Every edition: who, when, why, and which lines. */
export function HistoryPanel({ history }: { readonly history: Routing['history'] }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  return (
    <Panel title={t('routing.history')}>
      <ol className="routing-history">
        {history.map(({ version, by, at, reason, differences }) => (
          <li key={version}>
            <p>
              <strong>{t('routing.edition', { version })}</strong> {by?.name ?? t('routing.system')}{' '}
              <span className="quiet">{full(at)}</span>
            </p>
            {reason !== null && <blockquote className="answer">{reason}</blockquote>}
            {by !== null && <Differences differences={differences} />}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
