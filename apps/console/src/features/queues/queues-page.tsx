import type { Channel, RequestKind } from '@pledge/contracts';
import { channel as channels, requestKind } from '@pledge/contracts';
import type { QueueItem } from '@pledge/contracts/http';
import { countQueues, listQueue, queueName } from '@pledge/contracts/http';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, NavLink, useParams } from 'react-router';
import { useAsk, usePages } from '../../asking/use-ask.js';
import type { Column } from '../../ui/data-table.js';
import { DataTable, More } from '../../ui/data-table.js';
import { PageHead, Tag } from '../../ui/pieces.js';
import { Empty, Failed, Lines } from '../../ui/states.js';
import { oneOf, useAddressFilters } from '../../ui/use-address-filters.js';
import { useFormat } from '../../ui/use-format.js';
import { useOptions } from '../../ui/vocabulary.js';

/** What waits for the desk, queue by queue, what is due first on top; the filters are the address. */
export function QueuesPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const queue = oneOf(queueName.options, useParams().queue);
  const { params, set, q, typed, setTyped } = useAddressFilters();
  const channel = oneOf(channels.options, params.get('channel'));
  const kind = oneOf(requestKind.options, params.get('kind'));
  const late = params.get('overdue') === 'true';
  const counts = useAsk(null, countQueues, {});
  const list = usePages(null, listQueue, (cursor) => ({
    params: { queue: queue ?? 'new' },
    query: {
      limit: 50,
      cursor,
      ...(channel && { channel }),
      ...(kind && { kind }),
      ...(late && { overdue: 'true' }),
      ...(q && { q }),
    },
  }));
  const channelOptions = useOptions('channel');
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: readonly Column<QueueItem>[] = [
    {
      key: 'what',
      title: t('queues.what'),
      kind: 'main',
      cell: (row) => (
        <Link to={row.type === 'envelope' ? `/envelopes/${row.id}` : `/requests/${row.id}`}>
          <span className="clamp">{row.title || t(`envelopes.untold-${row.needs ?? 'sorting'}`)}</span>
          {row.number && <span className="number quiet under">{row.number}</span>}
        </Link>
      ),
    },
    {
      key: 'due',
      title: t('field.dueAt'),
      kind: 'time',
      cell: (row) => (row.dueAt ? <Tag tone={row.overdue ? 'bad' : 'calm'}>{short(row.dueAt)}</Tag> : '—'),
    },
    { key: 'kind', title: t('queues.kind'), cell: (row) => (row.kind ? t(`kind.${row.kind}`) : t('queues.envelope')) },
    { key: 'channel', title: t('field.channel'), cell: (row) => t(`channel.${row.channel}`) },
    {
      key: 'who',
      title: t('queues.who'),
      cell: (row) => (
        <>
          {[row.who, row.phone].filter(Boolean).join(' ') || '—'}
          <span className="quiet under">{[row.customerName, row.siteName].filter(Boolean).join(' ')}</span>
        </>
      ),
    },
    { key: 'taken', title: t('envelopes.taken-by'), cell: (row) => row.takenBy?.name ?? '—' },
    { key: 'received', title: t('field.receivedAt'), kind: 'time', cell: (row) => short(row.receivedAt) },
  ];
  if (!queue) return <Navigate to="/queues/new" replace />;
  return (
    <div className="page">
      <PageHead title={t('queues.title')}>
        <p className="lead">{t(`queues.lead-${queue}`)}</p>
      </PageHead>
      <nav className="queue-tabs" aria-label={t('queues.title')}>
        {queueName.options.map((name) => {
          const counted = counts.data?.items.find((item) => item.queue === name);
          return (
            <NavLink key={name} to={`/queues/${name}`} className="queue-tab">
              {t(`queue.${name}`)}
              {counted && <Tag tone={counted.overdue > 0 ? 'bad' : 'calm'}>{String(counted.count)}</Tag>}
            </NavLink>
          );
        })}
      </nav>
      <div className="filters" role="search">
        <Input.Search
          allowClear
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          placeholder={t('queues.search')}
          aria-label={t('queues.search')}
        />
        <Select
          allowClear
          value={channel ?? null}
          onChange={(value: Channel | null | undefined) => set('channel', value)}
          placeholder={t('envelopes.every-channel')}
          aria-label={t('field.channel')}
          options={channelOptions}
        />
        <Select
          allowClear
          value={kind ?? null}
          onChange={(value: RequestKind | null | undefined) => set('kind', value)}
          placeholder={t('queues.every-kind')}
          aria-label={t('queues.kind')}
          options={requestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          value={late ? 'late' : 'all'}
          onChange={(value) => set('overdue', value === 'late' ? 'true' : null)}
          aria-label={t('field.dueAt')}
          options={(['all', 'late'] as const).map((value) => ({ value, label: t(`queues.due-${value}`) }))}
        />
      </div>
      {list.isPending ? (
        <Lines />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('queues.empty')} hint={t('queues.empty-hint')} />
      ) : (
        <DataTable
          caption={t(`queue.${queue}`)}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.type}/${row.id}`}
        />
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}
