import type { CallerEquipment } from '@pledge/contracts/http';
import { listCallerEquipment } from '@pledge/contracts/http';
import { useApiQuery, useSettled } from '@pledge/ui';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WarrantyMark } from '../../ui/primitives.js';

interface EquipmentFieldProps {
  readonly customerId: string | undefined;
  readonly siteId: string | undefined;
  readonly chosen: CallerEquipment | undefined;
}

/** The equipment at the site, found by name, model, serial number or place. */
export function EquipmentField({ customerId, siteId, chosen }: EquipmentFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useApiQuery(
    'still',
    listCallerEquipment,
    { params: { customerId: customerId ?? '' }, query: { siteId, limit: 50, ...(q ? { q } : {}) } },
    { enabled: Boolean(customerId && siteId), keep: true },
  );
  const items = customerId && siteId ? (found.data?.items ?? []) : [];
  const shown = chosen && q === '' && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items;
  return (
    <Form.Item
      name="equipmentId"
      label={t('field.equipment')}
      extra={
        chosen && (
          <span className="chosen-equipment">
            <WarrantyMark warranty={chosen.warranty} />
            <span>{chosen.location}</span>
          </span>
        )
      }
    >
      <Select
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        disabled={!siteId}
        loading={found.isFetching}
        placeholder={t(siteId ? 'report.equipment-hint' : 'report.site-first')}
        onChange={() => setTyped('')}
        options={shown.map((item) => ({ value: item.id, label: `${item.name} ${item.model}`, item }))}
        optionRender={({ data: { item } }) => (
          <span className="option">
            <span>
              {item.name} {item.model}
            </span>
            <span className="option-more">
              {item.serialNumber} · {item.location} · {t(`warranty.${item.warranty.state}`)}
            </span>
          </span>
        )}
      />
    </Form.Item>
  );
}
