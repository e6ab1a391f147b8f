import { listQuestions, question } from '@pledge/contracts/http';
import { useAddress, usePages } from '@pledge/ui';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';
import { QuestionCard } from './question-card.js';

const statuses = question.shape.status;

/** The questions a person may see; what is shown stands in the address. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const { params: search, set: change } = useAddress();
  const status = statuses.safeParse(search.get('status')).data;
  const mine = search.get('mine') === 'true';
  const requestId = search.get('request');
  const list = usePages(null, listQuestions, (cursor) => ({
    query: {
      limit: 50,
      cursor,
      ...(status && { status }),
      ...(mine && { mine: 'true' }),
      ...(requestId !== null && { requestId }),
    },
  }));
  return (
    <div className="page">
      <PageHead title={t('questions.title')} />
      <div className="filters">
        <Select
          allowClear
          aria-label={t('field.status')}
          placeholder={t('filter.every-status')}
          value={status ?? null}
          options={statuses.options.map((value) => ({ value, label: t(`question-status.${value}`) }))}
          onChange={(value: string | null | undefined) => change('status', value)}
        />
        <Checkbox checked={mine} onChange={({ target }) => change('mine', target.checked ? 'true' : null)}>
          {t('questions.mine')}
        </Checkbox>
      </div>
      <ListOf list={list} empty={{ title: t('questions.empty'), hint: t('questions.empty-hint') }}>
        {(rows) => (
          <ul className="support-cards">
            {rows.map((row) => (
              <QuestionCard key={row.id} question={row} />
            ))}
          </ul>
        )}
      </ListOf>
    </div>
  );
}
