import { getHealth } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { PageHead, Panel } from '../../ui/primitives.js';
import { BalancePanel } from './balance-panel.js';

/** Whether the house is well: every service, and whether all that came in is accounted for. */
export function StatusPage() {
  const { t } = useTranslation();
  const health = useApiQuery(null, getHealth, {}, { keep: true });
  return (
    <div className="page">
      <PageHead title={t('status.title')}>
        <p className="lead">{t('status.lead')}</p>
      </PageHead>
      <BalancePanel byChannel />
      <Panel title={t('status.services')}>
        {health.isPending && <Skeleton count={3} />}
        {health.isError && !health.data && <Failed error={health.error} onRetry={() => void health.refetch()} />}
        <ul className="plain-list">
          {Object.entries(health.data?.services ?? {}).map(([service, { ready, checks }]) => (
            <li key={service}>
              <Tag tone={ready ? 'good' : 'bad'}>{t(ready ? 'status.ready' : 'status.away')}</Tag>{' '}
              {t(`service.${service}`)}{' '}
              <span className="quiet">
                {Object.entries(checks)
                  .filter(([, fine]) => !fine)
                  .map(([check]) => check)
                  .join(' ')}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
