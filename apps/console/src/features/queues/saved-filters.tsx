import { CloseOutlined, PushpinOutlined, TeamOutlined } from '@ant-design/icons';
import type { QueueName } from '@pledge/contracts/http';
import { deleteFilter, listSavedFilters, saveFilter } from '@pledge/contracts/http';
import { CommandNotice, useApiQuery, useCommand } from '@pledge/ui';
import { Button, Checkbox, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUser } from '../../session/session.js';

interface SavedFiltersProps {
  readonly queue: QueueName;
  /** The query of the address as it is. */
  readonly query: string;
}

/** Filters under a name, mine and those others share; each is an address. */
export function SavedFilters({ queue, query }: SavedFiltersProps) {
  const { t } = useTranslation();
  const { personId } = useUser();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const list = useApiQuery(null, listSavedFilters, {});
  const done = () => {
    setNaming(false);
    setName('');
    setShared(false);
  };
  const save = useCommand(saveFilter, { onDone: done });
  const remove = useCommand(deleteFilter);
  const items = list.data?.items ?? [];
  const here = (filter: { readonly queue: QueueName; readonly query: string }) =>
    filter.queue === queue && filter.query === query;
  return (
    <section className="saved-filters" aria-label={t('saved-filters.title')}>
      {items.map((filter) => (
        <span key={filter.id} className={here(filter) ? 'saved-filter here' : 'saved-filter'}>
          <Link
            to={`/queues/${filter.queue}${filter.query && `?${filter.query}`}`}
            {...(here(filter) ? { 'aria-current': 'true' as const } : {})}
          >
            {filter.shared && <TeamOutlined aria-hidden />} {filter.name}
            {filter.owner.personId !== personId && <span className="quiet"> {filter.owner.name}</span>}
          </Link>
          {filter.owner.personId === personId && (
            <Popconfirm
              title={t('saved-filters.delete-sure')}
              onConfirm={() => remove.mutate({ input: { params: { filterId: filter.id } } })}
            >
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={`${t('saved-filters.delete')} ${filter.name}`}
              />
            </Popconfirm>
          )}
        </span>
      ))}
      {naming ? (
        <form
          className="saved-filter-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate({ input: { body: { name: name.trim(), queue, query, shared } } });
          }}
        >
          <Input
            autoFocus
            value={name}
            maxLength={60}
            aria-label={t('saved-filters.name')}
            placeholder={t('saved-filters.name')}
            onChange={({ target }) => setName(target.value)}
          />
          <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
            {t('saved-filters.shared')}
          </Checkbox>
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
            {t('saved-filters.save')}
          </Button>
          <Button onClick={done}>{t('saved-filters.leave')}</Button>
        </form>
      ) : (
        <Button size="small" icon={<PushpinOutlined aria-hidden />} onClick={() => setNaming(true)}>
          {t('saved-filters.new')}
        </Button>
      )}
      <CommandNotice error={save.error ?? remove.error} />
    </section>
  );
}
