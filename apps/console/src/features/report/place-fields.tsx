import type { Equipment } from '@pledge/contracts/http';
import { listEquipment, listSites } from '@pledge/contracts/http';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../asking/use-ask.js';
import { WarrantyMark } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';

interface PlaceFieldsProps {
  readonly customerId: string | undefined;
  readonly siteId: string | undefined;
  readonly equipmentId: string | undefined;
  readonly onSite: (siteId: string) => void;
  readonly onEquipment: (equipment: Equipment) => void;
}

const holds = (label: unknown, sought: string) => String(label).toLowerCase().includes(sought.toLowerCase());

/** The site of the customer and the equipment at it, each with the state of its warranty. */
export function PlaceFields({ customerId, siteId, equipmentId, onSite, onEquipment }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const sites = useAsk('still', listSites, { query: { customerId, limit: 200 } }, { enabled: Boolean(customerId) });
  const equipment = useAsk('still', listEquipment, { query: { siteId, limit: 200 } }, { enabled: Boolean(siteId) });
  const onlySite = sites.data?.items.length === 1 ? sites.data.items[0] : undefined;
  const chosen = equipment.data?.items.find(({ id }) => id === equipmentId);

  useEffect(() => {
    if (onlySite && !siteId) onSite(onlySite.id);
  }, [onlySite, siteId, onSite]);

  return (
    <>
      <Form.Item name="siteId" label={t('field.site')} rules={[{ required: true, message: t('form.required') }]}>
        <Select
          showSearch={{ filterOption: (sought, option) => holds(option?.label, sought) }}
          disabled={!customerId}
          loading={sites.isFetching}
          placeholder={t(customerId ? 'report.site-hint' : 'report.customer-first')}
          onChange={(value: string) => onSite(value)}
          options={(sites.data?.items ?? []).map((site) => ({
            value: site.id,
            label: `${site.name} · ${site.address}`,
          }))}
        />
      </Form.Item>
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
          showSearch={{ filterOption: (sought, option) => holds(option?.label, sought) }}
          disabled={!siteId}
          loading={equipment.isFetching}
          placeholder={t(siteId ? 'report.equipment-hint' : 'report.site-first')}
          onChange={(value?: string) => {
            const found = equipment.data?.items.find(({ id }) => id === value);
            if (found) onEquipment(found);
          }}
          options={(equipment.data?.items ?? []).map((item) => ({
            value: item.id,
            label: `${item.name} ${item.model} ${item.serialNumber}`,
            item,
          }))}
          optionRender={({ data }) => (
            <span className="option" lang={language}>
              <span>
                {data.item.name} {data.item.model}
              </span>
              <span className="option-more">
                {data.item.serialNumber} · {data.item.location} · {t(`warranty.${data.item.warranty.state}`)}
              </span>
            </span>
          )}
        />
      </Form.Item>
    </>
  );
}
