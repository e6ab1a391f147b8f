import type { ServiceLine } from '@pledge/contracts';
import { serviceLine } from '@pledge/contracts';
import type { Request } from '@pledge/contracts/http';
import { listRequests } from '@pledge/contracts/http';
import { Tag, useFormat, usePages, useSettled } from '@pledge/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { ChoiceFilter, SearchFilter } from '../../ui/list-filters.js';
import { ListOf } from '../../ui/list-of.js';
import { DepartmentMark, ImpactMark, PageHead } from '../../ui/primitives.js';

export function RequestsPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const [line, setLine] = useState<ServiceLine | null>(null);
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const list = usePages(null, listRequests, (cursor) => ({
    query: {
      limit: 50,
      cursor,
      q: sought,
      ...(which === 'open' && { open: 'true' }),
      ...(line && { serviceLine: line }),
    },
  }));
  const columns: readonly Column<Request>[] = [
    {
      key: 'number',
      title: t('field.number'),
      kind: 'main',
      cell: (row) => (
        <Link to={`/requests/${row.id}`} className="number">
          {row.number}
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      cell: (row) => <Tag tone={row.status === 'received' ? 'warn' : 'calm'}>{t(`request-status.${row.status}`)}</Tag>,
    },
    { key: 'what', title: t('field.description'), cell: (row) => <span className="clamp">{row.description}</span> },
    { key: 'impact', title: t('field.impact'), cell: (row) => <ImpactMark impact={row.impact} /> },
    {
      key: 'customer',
      title: t('field.customer'),
      cell: (row) => (
        <>
          {row.customerName}
          <span className="quiet under">{row.siteName}</span>
        </>
      ),
    },
    {
      key: 'holder',
      title: t('field.holder'),
      cell: (row) => (row.holder ? <DepartmentMark department={row.holder.department} /> : '—'),
    },
    { key: 'received', title: t('field.receivedAt'), kind: 'time', cell: (row) => short(row.receivedAt) },
  ];
  return (
    <div className="page">
      <PageHead title={t('requests.title')} />
      <div className="filters" role="search">
        <SearchFilter value={typed} label={t('requests.search')} onChange={setTyped} />
        <ChoiceFilter
          value={line ?? undefined}
          label={t('field.serviceLine')}
          every={t('requests.every-line')}
          options={serviceLine.options.map((value) => ({ value, label: t(`service-line.${value}`) }))}
          onChange={setLine}
        />
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
      <ListOf list={list} empty={{ title: t('requests.empty'), hint: t('requests.empty-hint') }}>
        {(rows) => <DataTable caption={t('requests.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </ListOf>
    </div>
  );
}
