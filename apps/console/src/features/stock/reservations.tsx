import type { Reservation } from '@pledge/contracts/http';
import { listReservations } from '@pledge/contracts/http';
import { Empty, Failed, Skeleton, Tag, useFormat, usePages } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DataTable, More } from '../../ui/data-table.js';

const tones = { reserved: 'good', short: 'bad', consumed: 'calm', released: 'calm' } as const;

export function Reservations() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const list = usePages(null, listReservations, (cursor) => ({ query: { limit: 50, cursor } }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: readonly Column<Reservation>[] = [
    {
      key: 'status',
      title: t('field.status'),
      kind: 'main',
      cell: (row) => <Tag tone={tones[row.status]}>{t(`reservation-status.${row.status}`)}</Tag>,
    },
    {
      key: 'lines',
      title: t('field.parts'),
      cell: (row) => (
        <ul className="plain-list">
          {row.lines.map(({ partId, placeId, name, quantity, place }) => (
            <li key={partId + placeId}>
              {name} × {quantity} <span className="quiet">{place}</span>
            </li>
          ))}
          {row.missing.map(({ partId, name, quantity }) => (
            <li key={partId} className="bad-text">
              {name} × {quantity} {t('stock.missing')}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'po',
      title: t('field.purchaseOrder'),
      cell: (row) => <span className="number">{row.purchaseOrderNumber ?? '—'}</span>,
    },
    {
      key: 'order',
      title: t('field.order'),
      cell: (row) => <Link to={`/orders/${row.orderId}`}>{t('order.open')}</Link>,
    },
    { key: 'at', title: t('field.reservedAt'), kind: 'time', cell: (row) => short(row.reservedAt) },
  ];
  if (list.isPending) return <Skeleton />;
  if (!list.data) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return <Empty title={t('stock.no-reservations')} hint={t('stock.no-reservations-hint')} />;
  return (
    <>
      <DataTable caption={t('stock.reservations')} columns={columns} rows={rows} rowKey={(row) => row.id} />
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </>
  );
}
