import { listSupportRequests } from '@pledge/contracts/http';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePages } from '../../asking/use-ask.js';
import { More } from '../../ui/data-table.js';
import { PageHead } from '../../ui/pieces.js';
import { Empty, Failed, Lines } from '../../ui/states.js';
import { SupportCard } from './support-card.js';

const choices = ['all', 'raised', 'accepted', 'answered'] as const;

export function SupportPage() {
  const { t } = useTranslation();
  const [which, setWhich] = useState<(typeof choices)[number]>('all');
  const list = usePages(null, listSupportRequests, (cursor) => ({
    query: { limit: 50, cursor, ...(which === 'all' ? {} : { status: which }) },
  }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <PageHead title={t('support.title')} />
      <div className="filters">
        <Segmented
          aria-label={t('field.status')}
          value={which}
          onChange={setWhich}
          options={choices.map((value) => ({
            value,
            label: t(value === 'all' ? 'filter.all' : `support-status.${value}`),
          }))}
        />
      </div>
      {list.isPending ? (
        <Lines />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('support.empty')} hint={t('support.empty-hint')} />
      ) : (
        <ul className="support-cards">
          {rows.map((row) => (
            <SupportCard key={row.id} request={row} />
          ))}
        </ul>
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}
