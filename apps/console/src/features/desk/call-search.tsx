import type { CallerHit } from '@pledge/contracts/http';
import { findCaller } from '@pledge/contracts/http';
import { useApiQuery, useSettled } from '@pledge/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CallSearchProps {
  readonly id?: string;
  /** The customer that is chosen. */
  readonly value?: string;
  readonly name: string | undefined;
  readonly onChange?: (customerId: string | undefined) => void;
  readonly onHit: (hit: CallerHit, sought: string) => void;
}

/** Who is calling, or what about: number, name, pinyin initials, serial number, request number. */
export function CallSearch({ id, value, name, onChange, onHit }: CallSearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim(), 120);
  const found = useApiQuery('still', findCaller, { query: { q: sought } }, { enabled: sought !== '', keep: true });
  const items = sought === '' ? [] : (found.data?.items ?? []);
  const searching = typed.trim() !== sought || found.isFetching;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      autoFocus={!value}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={value ?? null}
      loading={searching}
      placeholder={t('desk.search')}
      notFoundContent={
        <p className="quiet" role="status">
          {sought === ''
            ? t('desk.search-hint')
            : found.isError
              ? t('state.failed')
              : searching
                ? t('state.loading')
                : t('desk.search-none')}
        </p>
      }
      onChange={(key: string | null | undefined) => {
        const hit = items.find((item) => `${item.type}/${item.id}` === key);
        if (hit) {
          onHit(hit, typed.trim());
          if (hit.customerId !== null) onChange?.(hit.customerId);
        } else if (!key) onChange?.(undefined);
        setTyped('');
      }}
      options={[
        ...(value && typed === '' ? [{ value, label: name ?? '…', hit: null }] : []),
        ...items.map((hit) => ({ value: `${hit.type}/${hit.id}`, label: hit.title, hit })),
      ]}
      optionRender={({ data: { hit, label } }) =>
        hit ? (
          <span className="option">
            <span>
              <span className="hit-type">{t(`hit.${hit.type}`)}</span> {hit.title}
            </span>
            <span className="option-more">{hit.detail}</span>
          </span>
        ) : (
          label
        )
      }
    />
  );
}
