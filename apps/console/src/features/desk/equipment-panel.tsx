import { listCallerEquipment } from '@pledge/contracts/http';
import { Failed, Skeleton, useApiQuery, useSettled } from '@pledge/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel, WarrantyMark } from '../../ui/primitives.js';

interface EquipmentPanelProps {
  readonly customerId: string;
  readonly siteId: string | undefined;
  readonly onEquipment: (siteId: string, equipmentId: string) => void;
}

/** The customer's equipment, at the chosen site where one is chosen, each with its warranty. */
export function EquipmentPanel({ customerId, siteId, onEquipment }: EquipmentPanelProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = useApiQuery(
    null,
    listCallerEquipment,
    { params: { customerId }, query: { siteId, limit: 50, ...(q ? { q } : {}) } },
    { keep: true },
  );
  const items = found.data?.items ?? [];
  return (
    <Panel title={t('desk.equipment')}>
      <Input.Search
        allowClear
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        placeholder={t('desk.equipment-search')}
        aria-label={t('desk.equipment-search')}
      />
      {found.isPending && <Skeleton count={3} />}
      {found.isError && !found.data && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && items.length === 0 && <p className="quiet">{t('desk.no-equipment')}</p>}
      <ul className="card-list scroll" tabIndex={items.length > 4 ? 0 : undefined} aria-label={t('desk.equipment')}>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className="pick" onClick={() => onEquipment(item.siteId, item.id)}>
              <strong>{item.name}</strong> {item.model} <WarrantyMark warranty={item.warranty} />
              <span className="quiet under">
                <span className="number">{item.serialNumber}</span> · {item.siteName} · {item.location}
              </span>
            </button>
            {item.openRequest && (
              <Link to={`/requests/${item.openRequest.id}`} className="number">
                {item.openRequest.number}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
