import { listSupportRequests } from '@pledge/contracts/http';
import { usePages } from '@pledge/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListOf } from '../../ui/list-of.js';
import { PageHead } from '../../ui/primitives.js';
import { SupportCard } from './support-card.js';

const choices = ['all', 'raised', 'accepted', 'answered'] as const;

export function SupportPage() {
  const { t } = useTranslation();
  const [which, setWhich] = useState<(typeof choices)[number]>('all');
  const list = usePages(null, listSupportRequests, (cursor) => ({
    query: { limit: 50, cursor, ...(which === 'all' ? {} : { status: which }) },
  }));
  return (
    <div className="page">
      <PageHead title={t('support.title')} />
      <div className="filters">
        <Segmented
          aria-label={t('field.status')}
          value={which}
          onChange={setWhich}
          options={choices.map((value) => ({
            value,
            label: t(value === 'all' ? 'filter.all' : `support-status.${value}`),
          }))}
        />
      </div>
      <ListOf list={list} empty={{ title: t('support.empty'), hint: t('support.empty-hint') }}>
        {(rows) => (
          <ul className="support-cards">
            {rows.map((row) => (
              <SupportCard key={row.id} request={row} />
            ))}
          </ul>
        )}
      </ListOf>
    </div>
  );
}
