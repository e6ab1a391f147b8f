import { listQuestions, question } from '@pledge/contracts/http';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePages } from '../../asking/use-ask.js';
import { More } from '../../ui/data-table.js';
import { PageHead } from '../../ui/pieces.js';
import { Empty, Failed, Lines } from '../../ui/states.js';
import { QuestionCard } from './question-card.js';

const statuses = question.shape.status;

/** The questions a person may see; what is shown stands in the address. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const status = statuses.safeParse(search.get('status')).data;
  const mine = search.get('mine') === 'true';
  const requestId = search.get('request');
  const change = (name: string, value: string | null) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  const list = usePages(null, listQuestions, (cursor) => ({
    query: {
      limit: 50,
      cursor,
      ...(status && { status }),
      ...(mine && { mine: 'true' }),
      ...(requestId !== null && { requestId }),
    },
  }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="page">
      <PageHead title={t('questions.title')} />
      <div className="filters">
        <Select
          allowClear
          aria-label={t('field.status')}
          placeholder={t('filter.all')}
          value={status ?? null}
          options={statuses.options.map((value) => ({ value, label: t(`question-status.${value}`) }))}
          onChange={(value: string | null | undefined) => change('status', value ?? null)}
        />
        <Checkbox checked={mine} onChange={({ target }) => change('mine', target.checked ? 'true' : null)}>
          {t('questions.mine')}
        </Checkbox>
      </div>
      {list.isPending ? (
        <Lines />
      ) : list.isError && !list.data ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={t('questions.empty')} hint={t('questions.empty-hint')} />
      ) : (
        <ul className="support-cards">
          {rows.map((row) => (
            <QuestionCard key={row.id} question={row} />
          ))}
        </ul>
      )}
      <More hasMore={list.hasNextPage} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </div>
  );
}
