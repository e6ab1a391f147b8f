import type { PurchaseOrder } from '@pledge/contracts/http';
import { listPurchaseOrders } from '@pledge/contracts/http';
import { Empty, Failed, Skeleton, Tag, useFormat, usePages } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DataTable, More } from '../../ui/data-table.js';

export function PurchaseOrders() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const list = usePages(null, listPurchaseOrders, (cursor) => ({ query: { limit: 50, cursor } }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: readonly Column<PurchaseOrder>[] = [
    {
      key: 'number',
      title: t('field.number'),
      kind: 'main',
      cell: (row) => <span className="number">{row.number}</span>,
    },
    {
      key: 'status',
      title: t('field.status'),
      cell: (row) => <Tag tone="info">{t(`purchase-order-status.${row.status}`)}</Tag>,
    },
    {
      key: 'lines',
      title: t('field.parts'),
      cell: (row) => (
        <ul className="plain-list">
          {row.lines.map(({ partId, name, quantity }) => (
            <li key={partId}>
              {name} × {quantity}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'order',
      title: t('field.order'),
      cell: (row) => <Link to={`/orders/${row.orderId}`}>{t('order.open')}</Link>,
    },
    { key: 'at', title: t('field.draftedAt'), kind: 'time', cell: (row) => short(row.draftedAt) },
  ];
  if (list.isPending) return <Skeleton />;
  if (!list.data) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return <Empty title={t('stock.no-purchase-orders')} hint={t('stock.no-purchase-orders-hint')} />;
  return (
    <>
      <DataTable caption={t('stock.purchase-orders')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}
