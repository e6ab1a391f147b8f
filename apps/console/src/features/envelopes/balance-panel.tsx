import { getBalance } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Facts, Panel } from '../../ui/primitives.js';

/** Inbound accounting: what came in, what became of it, and that the two agree. */
export function BalancePanel({ byChannel = false }: { readonly byChannel?: boolean }) {
  const { t } = useTranslation();
  const { short, full } = useFormat();
  const balance = useApiQuery(null, getBalance, { query: {} }, { keep: true });
  if (balance.isPending) return <Skeleton count={1} />;
  if (!balance.data) return <Failed error={balance.error} onRetry={() => void balance.refetch()} />;
  const { total, channels, difference, overdue, oldestWaitingAt, countedAt } = balance.data;
  return (
    <Panel
      title={t('balance.title')}
      extra={
        <Tag tone={difference === 0 ? 'good' : 'bad'}>
          {difference === 0 ? t('balance.even') : t('balance.uneven', { difference })}
        </Tag>
      }
    >
      <Facts
        facts={[
          { name: t('balance.in'), value: String(total.in) },
          { name: t('outcome.new-request'), value: String(total.newRequest) },
          { name: t('outcome.joined'), value: String(total.joined) },
          { name: t('outcome.rejected'), value: String(total.rejected) },
          { name: t('balance.waiting'), value: String(total.waiting) },
          { name: t('balance.overdue'), value: overdue > 0 && <Tag tone="bad">{overdue}</Tag> },
          { name: t('balance.oldest'), value: oldestWaitingAt && short(oldestWaitingAt) },
        ]}
      />
      {byChannel && (
        <ul className="balance-channels">
          {channels.map((one) => (
            <li key={one.channel}>
              <strong>{t(`channel.${one.channel}`)}</strong>{' '}
              {t('balance.channel', {
                in: one.in,
                made: one.newRequest,
                joined: one.joined,
                rejected: one.rejected,
                waiting: one.waiting,
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{t('balance.counted', { at: full(countedAt) })}</p>
    </Panel>
  );
}
