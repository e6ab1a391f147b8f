import type { LedgerPromise, PromiseState } from '@pledge/contracts/http';
import { listPromises, promiseState } from '@pledge/contracts/http';
import { useFormat, usePages } from '@pledge/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { ListOf } from '../../ui/list-of.js';
import { ExplainButton } from '../../ui/explain-button.js';
import { DepartmentMark, PageHead } from '../../ui/primitives.js';
import { StateMark } from '../../ui/state-mark.js';

export function PromisesPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const [state, setState] = useState<PromiseState | null>(null);
  const list = usePages(null, listPromises, (cursor) => ({
    query: { limit: 50, cursor, ...(state ? { state } : {}) },
  }));
  const columns: readonly Column<LedgerPromise>[] = [
    {
      key: 'request',
      title: t('field.request'),
      kind: 'main',
      cell: (row) => (
        <Link to={`/requests/${row.requestId}`} className="number">
          {row.requestNumber}
        </Link>
      ),
    },
    { key: 'promise', title: t('field.promise'), cell: (row) => t(`promise.${row.promise}`) },
    { key: 'state', title: t('field.status'), cell: (row) => <StateMark state={row.state} /> },
    { key: 'owner', title: t('field.owner'), cell: (row) => <DepartmentMark department={row.owner} /> },
    { key: 'started', title: t('field.startedAt'), kind: 'time', cell: (row) => short(row.startedAt) },
    { key: 'due', title: t('field.dueAt'), kind: 'time', cell: (row) => short(row.dueAt) },
    {
      key: 'done',
      title: t('field.doneAt'),
      kind: 'time',
      cell: (row) => (row.doneAt ? short(row.doneAt) : (row.voidReason ?? '—')),
    },
    {
      key: 'why',
      title: t('field.explanation'),
      cell: (row) => <ExplainButton promise={row.promise} explanation={row.explanation} />,
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('promises.title')}>
        <p className="lead">{t('promises.lead')}</p>
      </PageHead>
      <div className="filters">
        <Select
          allowClear
          value={state}
          onChange={(value: PromiseState | null | undefined) => setState(value ?? null)}
          placeholder={t('promises.every-state')}
          aria-label={t('promises.by-state')}
          options={promiseState.options.map((value) => ({ value, label: t(`promise-state.${value}`) }))}
        />
      </div>
      <ListOf list={list} empty={{ title: t('promises.empty'), hint: t('promises.empty-hint') }}>
        {(rows) => <DataTable caption={t('promises.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </ListOf>
    </div>
  );
}
