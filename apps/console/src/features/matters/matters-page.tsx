import { listMatters, matter } from '@pledge/contracts/http';
import { useAddress, usePages } from '@pledge/ui';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';
import { MatterCard } from './matter-card.js';

const { status: statuses, kind: kinds } = matter.shape;

/** Complaints and suggestions as supervision has them; what is shown stands in the address. */
export function MattersPage() {
  const { t } = useTranslation();
  const { params: search, set: change } = useAddress();
  const status = statuses.safeParse(search.get('status')).data;
  const kind = kinds.safeParse(search.get('kind')).data;
  const requestId = search.get('request');
  const list = usePages(null, listMatters, (cursor) => ({
    query: {
      limit: 50,
      cursor,
      ...(status && { status }),
      ...(kind && { kind }),
      ...(requestId !== null && { requestId }),
    },
  }));
  return (
    <div className="page">
      <PageHead title={t('matters.title')} />
      <div className="filters">
        <Select
          allowClear
          aria-label={t('field.status')}
          placeholder={t('filter.every-status')}
          value={status ?? null}
          options={statuses.options.map((value) => ({ value, label: t(`matter-status.${value}`) }))}
          onChange={(value: string | null | undefined) => change('status', value)}
        />
        <Select
          allowClear
          aria-label={t('matters.kind')}
          placeholder={t('matters.every-kind')}
          value={kind ?? null}
          options={kinds.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value: string | null | undefined) => change('kind', value)}
        />
      </div>
      <ListOf list={list} empty={{ title: t('matters.empty'), hint: t('matters.empty-hint') }}>
        {(rows) => (
          <ul className="support-cards">
            {rows.map((row) => (
              <MatterCard key={row.id} matter={row} />
            ))}
          </ul>
        )}
      </ListOf>
    </div>
  );
}
