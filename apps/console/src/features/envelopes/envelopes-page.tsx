import type { Channel } from '@pledge/contracts';
import { channel as channels } from '@pledge/contracts';
import type { Envelope } from '@pledge/contracts/http';
import { listEnvelopes, registerEnvelope } from '@pledge/contracts/http';
import { oneOf, Tag, useAddressFilters, useFormat, usePages } from '@pledge/ui';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../session/session.js';
import type { Column } from '../../ui/data-table.js';
import { DataTable } from '../../ui/data-table.js';
import { ChoiceFilter, SearchFilter } from '../../ui/list-filters.js';
import { ListOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';
import { useOptions } from '../../ui/vocabulary.js';
import { BalancePanel } from './balance-panel.js';
import { EnvelopeState } from './envelope-state.js';
import { ScanForm } from './scan-form.js';

const statuses = ['waiting', 'settled'] as const;
const needs = ['sorting', 'transcription', 'call-back'] as const;
/** Everything that reached us, with what became of it; the filters are the address. */
export function EnvelopesPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const { params, set, q, typed, setTyped } = useAddressFilters();
  const shown = params.get('status') === 'all' ? undefined : (oneOf(statuses, params.get('status')) ?? 'waiting');
  const channel: Channel | undefined = oneOf(channels.options, params.get('channel'));
  const need = oneOf(needs, params.get('needs'));
  const list = usePages(null, listEnvelopes, (cursor) => ({
    query: {
      limit: 50,
      cursor,
      ...(shown && { status: shown }),
      ...(channel && { channel }),
      ...(need && { needs: need }),
      ...(q && { q }),
    },
  }));
  const columns: readonly Column<Envelope>[] = [
    {
      key: 'what',
      title: t('envelopes.what'),
      kind: 'main',
      cell: (row) => (
        <Link to={`/envelopes/${row.id}`}>
          <span className="clamp">{row.subject || row.text || t(`envelopes.untold-${row.needs ?? 'sorting'}`)}</span>
        </Link>
      ),
    },
    { key: 'state', title: t('field.status'), cell: (row) => <EnvelopeState envelope={row} /> },
    { key: 'channel', title: t('field.channel'), cell: (row) => t(`channel.${row.channel}`) },
    {
      key: 'from',
      title: t('envelopes.from'),
      cell: (row) => (
        <>
          {[row.from.name, row.from.phone ?? row.from.email].filter(Boolean).join(' ') || '—'}
          <span className="quiet under">{row.found.customerName}</span>
        </>
      ),
    },
    { key: 'taken', title: t('envelopes.taken-by'), cell: (row) => row.takenBy?.name ?? '—' },
    { key: 'received', title: t('field.receivedAt'), kind: 'time', cell: (row) => short(row.receivedAt) },
    {
      key: 'due',
      title: t('field.dueAt'),
      kind: 'time',
      cell: (row) =>
        row.status === 'settled' ? '—' : <Tag tone={row.overdue ? 'bad' : 'calm'}>{short(row.dueAt)}</Tag>,
    },
  ];
  return (
    <div className="page">
      <PageHead title={t('envelopes.title')}>
        <p className="lead">{t('envelopes.lead')}</p>
      </PageHead>
      {may(registerEnvelope) && <ScanForm />}
      <BalancePanel />
      <div className="filters" role="search">
        <SearchFilter value={typed} label={t('envelopes.search')} onChange={setTyped} />
        <Select
          value={shown ?? 'all'}
          onChange={(value) => set('status', value === 'waiting' ? null : value)}
          aria-label={t('field.status')}
          options={[...statuses, 'all' as const].map((value) => ({ value, label: t(`envelopes.status-${value}`) }))}
        />
        <ChoiceFilter
          value={channel}
          label={t('field.channel')}
          every={t('envelopes.every-channel')}
          options={useOptions('channel')}
          onChange={(value) => set('channel', value)}
        />
        <ChoiceFilter
          value={need}
          label={t('envelopes.needs')}
          every={t('envelopes.every-need')}
          options={needs.map((value) => ({ value, label: t(`needs.${value}`) }))}
          onChange={(value) => set('needs', value)}
        />
      </div>
      <ListOf list={list} empty={{ title: t('envelopes.empty'), hint: t('envelopes.empty-hint') }}>
        {(rows) => <DataTable caption={t('envelopes.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />}
      </ListOf>
    </div>
  );
}
