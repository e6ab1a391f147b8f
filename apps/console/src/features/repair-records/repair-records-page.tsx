import type { RepairRecord } from '@pledge/contracts/http';
import { listCustomers, listRepairRecords } from '@pledge/contracts/http';
import { useApiQuery, useFormat, usePages, useSettled } from '@pledge/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { ListOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';

export function RepairRecordsPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const [customerId, setCustomerId] = useState<string | null>(null);
  const list = usePages(null, listRepairRecords, (cursor) => ({
    query: { limit: 50, cursor, ...(customerId ? { customerId } : {}) },
  }));
  const columns: readonly Column<RepairRecord>[] = [
    {
      key: 'request',
      title: t('field.request'),
      kind: 'main',
      cell: (row) => (
        <>
          <Link to={`/requests/${row.requestId}`} className="number">
            {row.requestNumber}
          </Link>
          <Link to={`/orders/${row.orderId}`} className="number under">
            {row.orderNumber}
          </Link>
        </>
      ),
    },
    { key: 'category', title: t('field.category'), cell: (row) => t(`category.${row.category}`) },
    { key: 'cause', title: t('field.cause'), cell: (row) => row.cause },
    { key: 'measures', title: t('field.measures'), cell: (row) => <span className="clamp">{row.measures}</span> },
    {
      key: 'parts',
      title: t('field.partsUsed'),
      cell: (row) =>
        row.parts.length === 0
          ? '—'
          : row.parts.map(({ name, quantity }) => `${name} × ${quantity}`).join(t('punctuation.comma')),
    },
    { key: 'engineer', title: t('field.engineer'), cell: (row) => row.engineerName },
    { key: 'signed', title: t('field.signedBy'), cell: (row) => row.signedBy },
    { key: 'at', title: t('field.signedAt'), kind: 'time', cell: (row) => short(row.signedAt) },
  ];
  return (
    <div className="page">
      <PageHead title={t('repair-records.title')} />
      <div className="filters">
        <CustomerFilter value={customerId} onChange={setCustomerId} />
      </div>
      <ListOf list={list} empty={{ title: t('repair-records.empty'), hint: t('repair-records.empty-hint') }}>
        {(rows) => (
          <DataTable caption={t('repair-records.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
      </ListOf>
    </div>
  );
}

interface CustomerFilterProps {
  readonly value: string | null;
  readonly onChange: (customerId: string | null) => void;
}

function CustomerFilter({ value, onChange }: CustomerFilterProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const found = useApiQuery(
    'still',
    listCustomers,
    { query: { q: sought, limit: 30 } },
    { keep: true, staleTime: 30_000 },
  );
  return (
    <Select
      allowClear
      value={value}
      onChange={(customerId: string | null | undefined) => onChange(customerId ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('repair-records.every-customer')}
      aria-label={t('field.customer')}
      options={(found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
