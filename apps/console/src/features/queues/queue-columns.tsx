import type { ReplyOf } from '@pledge/contracts';
import type { listLooking, QueueItem } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../ui/data-table.js';
import { DepartmentMark } from '../../ui/primitives.js';
import { rowKey } from './bulk.js';

interface Choice {
  readonly chosen: ReadonlyMap<string, QueueItem>;
  readonly choose: (row: QueueItem, yes: boolean) => void;
}

/** What a line of a queue shows; with a box to choose it by, for who may do something with several. */
export function useQueueColumns(
  looking: ReadonlyMap<string, readonly ReplyOf<typeof listLooking>['items'][number]['by'][]>,
  choice: Choice | null,
): readonly Column<QueueItem>[] {
  const { t } = useTranslation();
  const { short } = useFormat();
  const titleOf = (row: QueueItem) => row.title || t(`envelopes.untold-${row.needs ?? 'sorting'}`);
  const lookersOf = (row: QueueItem) =>
    (looking.get(rowKey(row)) ?? []).map(({ personId, name, editing }) => (
      <Tag key={personId} tone={editing ? 'warn' : 'info'}>
        {t(editing ? 'queues.writes' : 'queues.looks', { name })}
      </Tag>
    ));
  const boxes: Column<QueueItem> = {
    key: 'choose',
    title: t('bulk.choose'),
    cell: (row) => (
      <Checkbox
        checked={choice?.chosen.has(rowKey(row)) ?? false}
        aria-label={`${t('bulk.choose')} ${row.number ?? titleOf(row)}`}
        onChange={({ target }) => choice?.choose(row, target.checked)}
      />
    ),
  };
  return [
    ...(choice ? [boxes] : []),
    {
      key: 'what',
      title: t('queues.what'),
      kind: 'main',
      cell: (row) => (
        <>
          <Link to={row.type === 'envelope' ? `/envelopes/${row.id}` : `/requests/${row.id}`}>
            <span className="clamp">{titleOf(row)}</span>
            {row.number && <span className="number quiet under">{row.number}</span>}
          </Link>
          {row.disputed !== null && (
            <span className="under">
              <Tag tone="bad">{t('queues.disputed')}</Tag> <span className="clamp">{row.disputed}</span>
            </span>
          )}
          {looking.has(rowKey(row)) && <span className="under lookers">{lookersOf(row)}</span>}
        </>
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
    {
      key: 'taken',
      title: t('envelopes.taken-by'),
      cell: (row) => (
        <>
          {row.takenBy?.name ?? '—'}
          {row.withDepartment && (
            <span className="under">
              <DepartmentMark department={row.withDepartment} />
            </span>
          )}
        </>
      ),
    },
    { key: 'received', title: t('field.receivedAt'), kind: 'time', cell: (row) => short(row.receivedAt) },
  ];
}
