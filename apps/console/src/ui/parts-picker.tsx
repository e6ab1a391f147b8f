import { DeleteOutlined } from '@ant-design/icons';
import { listStock } from '@pledge/contracts/http';
import { useApiQuery, useSettled } from '@pledge/ui';
import type { WidgetProps } from '@pledge/ui';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarriedLine } from './part-lines.js';
import { choicesOf, withoutPart, withPart, withQuantity } from './part-lines.js';

/** Parts by name, code or model, with what is available and where. */
export function PartsPicker({
  record: _,
  value = [],
  onChange,
  ...described
}: WidgetProps<readonly CarriedLine[], object>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim());
  const stock = useApiQuery(null, listStock, { query: { q: sought, limit: 100 } }, { keep: true });
  const choices = choicesOf(stock.data?.items ?? []);
  const change = (lines: readonly CarriedLine[]) => onChange?.(lines);
  return (
    <div className="parts-picker">
      <Select
        {...described}
        value={null}
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        loading={stock.isFetching}
        placeholder={t('parts.find')}
        notFoundContent={<p className="quiet">{t(stock.isFetching ? 'state.loading' : 'parts.none')}</p>}
        onSelect={(partId: string | null) => {
          const choice = choices.find((one) => one.partId === partId);
          if (choice) change(withPart(value, choice));
          setTyped('');
        }}
        options={choices.map((choice) => ({ value: choice.partId, label: choice.name, choice }))}
        optionRender={({ data }) => (
          <span className="option">
            <span>
              {data.choice.name} {data.choice.model}
            </span>
            <span className="option-more">
              {t('parts.available', { count: data.choice.available, unit: data.choice.unit })} ·{' '}
              {data.choice.places.map(({ place, available }) => `${place} ${available}`).join(' / ')}
            </span>
          </span>
        )}
      />
      {value.length > 0 && (
        <ul className="part-lines">
          {value.map(({ partId, name: known, model, quantity }) => {
            const name = known ?? partId;
            return (
              <li key={partId}>
                <span>
                  {name} <span className="quiet">{model}</span>
                </span>
                <InputNumber
                  min={1}
                  max={10_000}
                  precision={0}
                  value={quantity}
                  aria-label={t('parts.quantity-of', { name })}
                  onChange={(next) => change(withQuantity(value, partId, next ?? 1))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('parts.remove', { name })}
                  onClick={() => change(withoutPart(value, partId))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
