import type { PurchaseOrder } from '@pledge/contracts/http';
import { listPlaces, listSuppliers } from '@pledge/contracts/http';
import type { WidgetProps } from '@pledge/ui';
import { useApiQuery, useSay, useSettled } from '@pledge/ui';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';

/** Suppliers by name; one that is suspended is shown and cannot be chosen. */
export function SupplierField({ record: _, value, onChange, ...described }: WidgetProps<string, PurchaseOrder>) {
  const { t } = useSay();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const suppliers = useApiQuery(null, listSuppliers, { query: { q: sought, limit: 50 } }, { keep: true });
  return (
    <Select
      {...described}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      loading={suppliers.isFetching}
      placeholder={t('purchase.choose-supplier')}
      notFoundContent={<p className="quiet">{t(suppliers.isFetching ? 'state.loading' : 'suppliers.empty')}</p>}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      options={(suppliers.data?.items ?? []).map(({ id, name, status }) => ({
        value: id,
        label: status === 'active' ? name : `${name} · ${t('supplier-status.suspended')}`,
        disabled: status !== 'active',
      }))}
    />
  );
}

/** The places where stock is kept. */
export function PlaceField({ record: _, value, onChange, ...described }: WidgetProps<string, PurchaseOrder>) {
  const { t } = useSay();
  const places = useApiQuery(null, listPlaces, {});
  return (
    <Select
      {...described}
      value={value ?? null}
      loading={places.isFetching}
      placeholder={t('purchase.choose-place')}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
      options={(places.data?.items ?? []).map(({ placeId, place }) => ({ value: placeId, label: place }))}
    />
  );
}

interface Price {
  readonly partId: string;
  readonly unitPrice: number;
}

/**
 * A price for each line, typed in yuan and sent in fen. What the form says of the field, as that it is required, is said at each
 * input: a list takes none of it.
 */
export function PricesField({
  record,
  value = [],
  onChange,
  id,
  ...described
}: WidgetProps<readonly Price[], PurchaseOrder>) {
  const { t } = useSay();
  const change = (partId: string, yuan: number | null) => {
    const others = value.filter((price) => price.partId !== partId);
    onChange?.(yuan === null ? others : [...others, { partId, unitPrice: Math.round(yuan * 100) }]);
  };
  return (
    <ul className="part-lines" id={id}>
      {record.lines.map(({ partId, name, quantity }) => {
        const price = value.find((one) => one.partId === partId)?.unitPrice;
        return (
          <li key={partId}>
            <span>
              {name} <span className="quiet">× {quantity}</span>
            </span>
            <InputNumber
              className="money"
              min={0}
              max={10_000_000}
              precision={2}
              prefix="¥"
              value={price === undefined ? null : price / 100}
              {...described}
              aria-label={t('purchase.price-of', { name })}
              onChange={(next) => change(partId, next)}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface Came {
  readonly partId: string;
  readonly quantity: number;
  readonly rejected?: number | undefined;
  readonly serials?: readonly string[] | undefined;
}

/** What came of each line that is still owed: accepted, rejected, and serial numbers where they are tracked. */
export function ReceivedField({
  record,
  value = [],
  onChange,
  id,
  ...described
}: WidgetProps<readonly Came[], PurchaseOrder>) {
  const { t } = useSay();
  const change = (partId: string, more: Partial<Came>) =>
    onChange?.(value.map((line) => (line.partId === partId ? { ...line, ...more } : line)));
  return (
    <ul className="part-lines received-lines" id={id}>
      {value.map(({ partId, quantity, rejected = 0, serials = [] }) => {
        const line = record.lines.find((one) => one.partId === partId);
        if (!line) return null;
        const { name } = line;
        return (
          <li key={partId}>
            <span>
              {name} <span className="quiet">{t('purchase.came', { came: line.received, of: line.quantity })}</span>
            </span>
            <label>
              <span>{t('purchase.accepted')}</span>
              <InputNumber
                min={0}
                max={line.quantity - line.received}
                precision={0}
                value={quantity}
                {...described}
                aria-label={t('purchase.accepted-of', { name })}
                onChange={(next) => change(partId, { quantity: next ?? 0 })}
              />
            </label>
            <label>
              <span>{t('purchase.rejected')}</span>
              <InputNumber
                min={0}
                max={10_000}
                precision={0}
                value={rejected}
                {...described}
                aria-label={t('purchase.rejected-of', { name })}
                onChange={(next) => change(partId, { rejected: next ?? 0 })}
              />
            </label>
            {line.serialTracked && (
              <Input
                value={serials.join(' ')}
                placeholder={t('purchase.serials-hint')}
                {...described}
                aria-label={t('purchase.serials-of', { name })}
                onChange={({ target }) =>
                  change(partId, { serials: target.value.split(/[\s,，、]+/u).filter(Boolean) })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
