import type { Order } from '@pledge/contracts/http';
import { listOrders } from '@pledge/contracts/http';
import { useFormat, usePages, useSettled } from '@pledge/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUser } from '../../session/session.js';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { SearchFilter } from '../../ui/list-filters.js';
import { ListOf } from '../../ui/list-of.js';
import { ImpactMark, PageHead } from '../../ui/primitives.js';
import { GateMark, StatusMark } from './order-marks.js';

export function OrdersPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const own = useUser().role === 'engineer';
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const list = usePages(null, listOrders, (cursor) => ({
    query: { limit: 50, cursor, q: sought, ...(which === 'open' ? { open: 'true' } : {}) },
  }));
  const columns: readonly Column<Order>[] = [
    {
      key: 'number',
      title: t('field.number'),
      kind: 'main',
      cell: (row) => (
        <Link to={`/orders/${row.id}`} className="number">
          {row.number}
        </Link>
      ),
    },
    { key: 'status', title: t('field.status'), cell: (row) => <StatusMark status={row.status} /> },
    { key: 'what', title: t('field.description'), cell: (row) => <span className="clamp">{row.description}</span> },
    { key: 'impact', title: t('field.impact'), cell: (row) => <ImpactMark impact={row.impact} /> },
    {
      key: 'site',
      title: t('field.site'),
      cell: (row) => (
        <>
          {row.customerName}
          <span className="quiet under">{row.siteName}</span>
        </>
      ),
    },
    { key: 'engineer', title: t('field.engineer'), cell: (row) => row.engineer?.name ?? '—' },
    { key: 'parts', title: t('field.parts'), cell: (row) => <GateMark state={row.parts.state} /> },
    {
      key: 'resolveBy',
      title: t('field.resolveBy'),
      kind: 'time',
      cell: (row) => (row.resolveBy ? short(row.resolveBy) : '—'),
    },
  ];
  return (
    <div className="page">
      <PageHead title={t(own ? 'orders.title-own' : 'orders.title')} />
      <div className="filters" role="search">
        <SearchFilter value={typed} label={t('orders.search')} onChange={setTyped} />
        <Segmented
          aria-label={t('field.status')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'open', label: t('filter.open') },
            { value: 'all', label: t('filter.all') },
          ]}
        />
      </div>
      <ListOf
        list={list}
        empty={{ title: t('orders.empty'), hint: t(own ? 'orders.empty-hint-own' : 'orders.empty-hint') }}
      >
        {(rows) => <DataTable caption={t('orders.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </ListOf>
    </div>
  );
}
