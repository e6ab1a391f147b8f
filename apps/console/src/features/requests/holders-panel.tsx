import { listHolders } from '@pledge/contracts/http';
import { Failed, Skeleton, useApiQuery, useFormat, useNow } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { DepartmentMark, Panel } from '../../ui/primitives.js';
import { sharesOf } from './holding.js';

/** Who held the request and how long: a bar whose parts add up, and the ledger below it. */
export function HoldersPanel({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const { short, span } = useFormat();
  const now = useNow();
  const holders = useApiQuery(requestId, listHolders, { query: { requestId } });
  const items = holders.data?.items ?? [];
  const { total, shares } = sharesOf(items, now);
  return (
    <Panel title={t('request.holders')} extra={total > 0 && <span className="quiet">{span(total * 1000)}</span>}>
      {holders.isPending ? (
        <Skeleton count={2} />
      ) : !holders.data ? (
        <Failed error={holders.error} onRetry={() => void holders.refetch()} />
      ) : items.length === 0 ? (
        <p className="quiet">{t('request.no-holders')}</p>
      ) : (
        <>
          <div className="holder-bar" aria-hidden>
            {shares.map(({ department, percent }) => (
              <span key={department} className={department} style={{ flexGrow: Math.max(percent, 1) }} />
            ))}
          </div>
          <ul className="holder-shares">
            {shares.map(({ department, seconds, percent }) => (
              <li key={department}>
                <DepartmentMark department={department} />
                <span className="holder-time">{span(seconds * 1000)}</span>
                <span className="quiet">{Math.round(percent)}%</span>
              </li>
            ))}
          </ul>
          <ol className="holder-list">
            {items.map((item) => (
              <li key={item.from}>
                <time>{short(item.from)}</time> – <time>{item.to === null ? t('time.now') : short(item.to)}</time>{' '}
                {t(`department.${item.department}`)}
                {item.acceptedBy !== null && <span className="quiet"> {item.acceptedBy}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </Panel>
  );
}
