import type { Department } from '@pledge/contracts';
import { getBoard, respondToRequest } from '@pledge/contracts/http';
import { Empty, Failed, Skeleton, useNow, usePages } from '@pledge/ui';
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { More } from '../../ui/data-table.js';
import { LinkButton } from '../../ui/link-button.js';
import { PageHead } from '../../ui/primitives.js';
import { useOptions } from '../../ui/vocabulary.js';
import { Counts } from './counts.js';
import { BoardRow } from './board-row.js';
import { matches, worstFirst } from './board-order.js';

export function BoardPage() {
  const { t } = useTranslation();
  const may = useMay();
  const departments = useOptions('department');
  const [department, setDepartment] = useState<Department | null>(null);
  const [sought, setSought] = useState('');
  const board = usePages(null, getBoard, (cursor) => ({
    query: { limit: 100, cursor, ...(department ? { department } : {}) },
  }));
  const now = useNow();
  const entries = useMemo(() => board.data?.pages.flatMap(({ items }) => items) ?? [], [board.data]);
  const shown = worstFirst(
    entries.filter((entry) => matches(entry, sought.trim())),
    now,
  );
  const counts = board.data?.pages[0]?.counts;
  const narrowed = department !== null || sought.trim() !== '';

  return (
    <div className="page board-page">
      <PageHead
        title={t('board.title')}
        actions={
          may(respondToRequest) && (
            <LinkButton to="/desk" primary>
              {t('nav.desk')}
            </LinkButton>
          )
        }
      >
        <p className="lead">{t('board.lead')}</p>
      </PageHead>
      <Counts counts={counts ?? null} />
      <div className="filters" role="search">
        <Input.Search
          allowClear
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          placeholder={t('board.search')}
          aria-label={t('board.search')}
        />
        <Select
          allowClear
          value={department}
          onChange={(value: Department | null | undefined) => setDepartment(value ?? null)}
          options={departments}
          placeholder={t('board.every-department')}
          aria-label={t('board.by-department')}
        />
      </div>
      {board.isPending ? (
        <Skeleton count={7} />
      ) : board.isError && !board.data ? (
        <Failed error={board.error} onRetry={() => void board.refetch()} />
      ) : shown.length === 0 ? (
        <Empty
          title={t(narrowed ? 'board.none-found' : 'board.empty')}
          hint={t(narrowed ? 'board.none-found-hint' : 'board.empty-hint')}
          action={
            narrowed ? (
              <Button
                onClick={() => {
                  setSought('');
                  setDepartment(null);
                }}
              >
                {t('action.show-all')}
              </Button>
            ) : undefined
          }
        />
      ) : (
        <ul className="board" aria-label={t('board.title')}>
          {shown.map((entry) => (
            <BoardRow key={entry.requestId} entry={entry} now={now} />
          ))}
        </ul>
      )}
      <More hasMore={board.hasNextPage} busy={board.isFetchingNextPage} onMore={() => void board.fetchNextPage()} />
    </div>
  );
}
