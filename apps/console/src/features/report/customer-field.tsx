import type { Customer } from '@pledge/contracts/http';
import { getCustomer, listCustomers } from '@pledge/contracts/http';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../asking/use-ask.js';
import { useSettled } from '../../ui/use-settled.js';

interface CustomerFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (customerId: string | undefined) => void;
  readonly onFound: (customer: Customer, sought: string) => void;
}

/** Finds the customer by name, code, pinyin initials or a contact's phone. */
export function CustomerField({ id, value, onChange, onFound }: CustomerFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const found = useAsk('still', listCustomers, { query: { q: sought, limit: 20 } }, { keep: true, staleTime: 30_000 });
  const chosen = useAsk('still', getCustomer, { params: { customerId: value ?? '' } }, { enabled: Boolean(value) });
  const items = found.data?.items ?? [];
  const known = chosen.data && !items.some((item) => item.id === chosen.data.id) && typed === '' ? [chosen.data] : [];
  const searching = typed.trim() !== sought || found.isFetching;
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      autoFocus={!value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      allowClear
      loading={searching}
      placeholder={t('report.customer-hint')}
      notFoundContent={
        <p className="quiet" role="status">
          {found.isError ? t('state.failed') : searching ? t('state.loading') : t('report.customer-none')}
        </p>
      }
      onChange={(customerId: string | null) => {
        onChange?.(customerId ?? undefined);
        const customer = items.find((item) => item.id === customerId);
        if (customer) onFound(customer, typed);
        setTyped('');
      }}
      options={[...known, ...items].map((customer) => ({ value: customer.id, label: customer.name, customer }))}
      optionRender={({ data }) => (
        <span className="option">
          <span>{data.customer.name}</span>
          <span className="option-more">
            {data.customer.code} · {data.customer.contacts.map(({ name, phone }) => `${name} ${phone}`).join(' / ')}
          </span>
        </span>
      )}
    />
  );
}
