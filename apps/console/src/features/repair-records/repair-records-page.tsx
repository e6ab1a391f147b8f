import type { RepairRecord } from '@pledge/contracts/http';
import { getOrder, listCustomers, listRepairRecords } from '@pledge/contracts/http';
import { listPage, useApiQuery, useKit, useSettled } from '@pledge/ui';
import type { FilterProps } from '@pledge/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

function CustomerFilter({ label, value, onChange }: FilterProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const found = useApiQuery(
    'still',
    listCustomers,
    { query: { q: sought, limit: 30 } },
    { keep: true, staleTime: 30_000 },
  );
  return (
    <Select
      allowClear
      value={value}
      onChange={(customerId: string | null | undefined) => onChange(customerId ?? null)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('repair-records.every-customer')}
      aria-label={label}
      options={(found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function OrderLink({ record: { orderId, orderNumber } }: { readonly record: RepairRecord }) {
  const { may } = useKit();
  return may(getOrder) ? (
    <Link to={`/orders/${orderId}`} className="number">
      {orderNumber}
    </Link>
  ) : (
    <span className="number">{orderNumber}</span>
  );
}

export const RepairRecordsPage = listPage<typeof listRepairRecords, RepairRecord>({
  route: listRepairRecords,
  word: 'repair-records',
  rowKey: ({ id }) => id,
  name: ({ requestNumber }) => requestNumber,
  to: ({ requestId }) => `/requests/${requestId}`,
  filters: ['customerId'],
  filterWidgets: { customerId: CustomerFilter },
  columns: [
    {
      key: 'cause',
      share: 6,
      phone: 'title',
      cell: ({ cause }) => cause,
      under: ({ requestNumber }) => <span className="number">{requestNumber}</span>,
    },
    {
      key: 'measures',
      share: 8,
      phone: 'line',
      cell: ({ measures }) => measures,
      under: ({ parts }, { t }) =>
        parts.map(({ name, quantity }) => `${name} × ${String(quantity)}`).join(t('punctuation.comma')),
    },
    { key: 'category', share: 3, cell: ({ category }, { t }) => t(`category.${category}`) },
    {
      key: 'engineer',
      share: 4,
      phone: 'state',
      cell: ({ engineerName }) => engineerName,
      under: (record) => <OrderLink record={record} />,
    },
    {
      key: 'signedAt',
      share: 3,
      kind: 'time',
      phone: 'due',
      cell: ({ signedAt }, { short }) => short(signedAt),
      under: ({ signedBy }) => signedBy,
    },
  ],
});
