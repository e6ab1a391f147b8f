import { channel as channels, requestKind } from '@pledge/contracts';
import type { QueueItem, QueueName } from '@pledge/contracts/http';
import { countQueues, listQueue, queueName, takeRequest } from '@pledge/contracts/http';
import { oneOf, Tag, useAddressFilters, useApiQuery, usePages } from '@pledge/ui';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, useParams } from 'react-router';
import { useMay } from '../../session/session.js';
import { DataTable } from '../../ui/data-table.js';
import { ChoiceFilter, SearchFilter } from '../../ui/list-filters.js';
import { ListOf, rowsOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';
import { useOptions } from '../../ui/vocabulary.js';
import type { BulkAction } from './bulk.js';
import { bulkActions, rowKey } from './bulk.js';
import { BulkPanel } from './bulk-panel.js';
import { useQueueColumns } from './queue-columns.js';
import { SavedFilters } from './saved-filters.js';
import { useDeskWatch } from './use-desk-watch.js';

/** What waits for the desk, queue by queue, what is due first on top; the filters are the address. */
export function QueuesPage() {
  const queue = oneOf(queueName.options, useParams().queue);
  return queue ? <QueueView key={queue} queue={queue} /> : <Navigate to="/queues/new" replace />;
}

function QueueView({ queue }: { readonly queue: QueueName }) {
  const { t } = useTranslation();
  const { params, set, q, typed, setTyped } = useAddressFilters();
  const channel = oneOf(channels.options, params.get('channel'));
  const kind = oneOf(requestKind.options, params.get('kind'));
  const late = params.get('overdue') === 'true';
  const counts = useApiQuery(null, countQueues, {});
  const list = usePages(null, listQueue, (cursor) => ({
    params: { queue },
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
  const rows = rowsOf(list);
  const works = useMay()(takeRequest);
  const looking = useDeskWatch();
  const [chosen, setChosen] = useState<ReadonlyMap<string, QueueItem>>(new Map());
  const [bulk, setBulk] = useState<{ readonly action: BulkAction; readonly rows: readonly QueueItem[] } | null>(null);
  const choose = (some: readonly QueueItem[], yes: boolean) => {
    const next = new Map(chosen);
    for (const row of some) {
      if (yes) next.set(rowKey(row), row);
      else next.delete(rowKey(row));
    }
    setChosen(next);
  };
  const close = () => {
    setBulk(null);
    setChosen(new Map());
  };
  const shown = rows.filter((row) => chosen.has(rowKey(row)));
  const columns = useQueueColumns(looking, works ? { chosen, choose: (row, yes) => choose([row], yes) } : null);
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
        <SearchFilter value={typed} label={t('queues.search')} onChange={setTyped} />
        <ChoiceFilter
          value={channel}
          label={t('field.channel')}
          every={t('envelopes.every-channel')}
          options={channelOptions}
          onChange={(value) => set('channel', value)}
        />
        <ChoiceFilter
          value={kind}
          label={t('queues.kind')}
          every={t('queues.every-kind')}
          options={requestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => set('kind', value)}
        />
        <Select
          value={late ? 'late' : 'all'}
          onChange={(value) => set('overdue', value === 'late' ? 'true' : null)}
          aria-label={t('field.dueAt')}
          options={(['all', 'late'] as const).map((value) => ({ value, label: t(`queues.due-${value}`) }))}
        />
      </div>
      {works && <SavedFilters key={queue} queue={queue} query={params.toString()} />}
      {bulk && <BulkPanel action={bulk.action} rows={bulk.rows} onClose={close} />}
      {works && !bulk && rows.length > 0 && (
        <div className="bulk-bar" role="toolbar" aria-label={t('bulk.bar')}>
          <Checkbox
            checked={shown.length === rows.length}
            indeterminate={shown.length > 0 && shown.length < rows.length}
            onChange={({ target }) => choose(rows, target.checked)}
          >
            {shown.length === 0 ? t('bulk.all') : t('bulk.chosen', { amount: shown.length })}
          </Checkbox>
          {bulkActions.map((action) => (
            <Button
              key={action}
              size="small"
              disabled={shown.length === 0}
              onClick={() => setBulk({ action, rows: shown })}
            >
              {t(`bulk.${action}`)}
            </Button>
          ))}
        </div>
      )}
      <ListOf list={list} empty={{ title: t('queues.empty'), hint: t('queues.empty-hint') }}>
        {(found) => <DataTable caption={t(`queue.${queue}`)} columns={columns} rows={found} rowKey={rowKey} />}
      </ListOf>
    </div>
  );
}
