import type { Stock } from '@pledge/contracts/http';
import { listStock, receiveStock } from '@pledge/contracts/http';
import { Empty, Failed, Skeleton, usePages, useSettled } from '@pledge/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import type { Column } from '../../ui/data-table.js';
import { DataTable, More } from '../../ui/data-table.js';
import { ReceiveForm } from './receive-form.js';

export function StockTable() {
  const { t } = useTranslation();
  const may = useMay();
  const [typed, setTyped] = useState('');
  const [receiving, setReceiving] = useState<Stock | null>(null);
  const sought = useSettled(typed.trim());
  const list = usePages(null, listStock, (cursor) => ({ query: { limit: 50, cursor, q: sought } }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: readonly Column<Stock>[] = [
    {
      key: 'name',
      title: t('field.part'),
      kind: 'main',
      cell: (row) => (
        <>
          {row.name}
          <span className="quiet under">{row.model}</span>
        </>
      ),
    },
    { key: 'code', title: t('field.code'), cell: (row) => <span className="number">{row.code}</span> },
    { key: 'category', title: t('field.category'), cell: (row) => t(`category.${row.category}`) },
    { key: 'place', title: t('field.place'), cell: (row) => row.place },
    { key: 'onHand', title: t('field.onHand'), kind: 'amount', cell: (row) => row.onHand },
    { key: 'reserved', title: t('field.reserved'), kind: 'amount', cell: (row) => row.reserved },
    {
      key: 'available',
      title: t('field.available'),
      kind: 'amount',
      cell: (row) => <strong className={row.available > 0 ? '' : 'bad-text'}>{`${row.available} ${row.unit}`}</strong>,
    },
    ...(may(receiveStock)
      ? [
          {
            key: 'receive',
            title: t('field.action'),
            cell: (row: Stock) => (
              <Button size="small" onClick={() => setReceiving(row)}>
                {t('stock.receive')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <div className="filters" role="search">
        <Input.Search
          allowClear
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          placeholder={t('parts.find')}
          aria-label={t('parts.find')}
        />
      </div>
      {list.isPending ? (
        <Skeleton />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('parts.none')} hint={t('stock.empty-hint')} />
      ) : (
        <DataTable caption={t('stock.places')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      {receiving && <ReceiveForm stock={receiving} onClose={() => setReceiving(null)} />}
    </>
  );
}
