import type { CallerEquipment, CallerHit, CustomerCard } from '@pledge/contracts/http';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CallSearch } from './call-search.js';
import { EquipmentField } from './equipment-field.js';
import type { ReportValues } from './draft.js';

interface WhereFieldsProps {
  readonly values: ReportValues;
  readonly card: CustomerCard | undefined;
  readonly chosen: CallerEquipment | undefined;
  /** Whether it must be known whose and where it is. */
  readonly required: boolean;
  readonly onHit: (hit: CallerHit, sought: string) => void;
  readonly onSite: (siteId: string) => void;
}

const holds = (label: unknown, sought: string) => String(label).toLowerCase().includes(sought.toLowerCase());

/** Who calls, from which site, about what: one search fills what it knows. */
export function WhereFields({ values, card, chosen, required, onHit, onSite }: WhereFieldsProps) {
  const { t } = useTranslation();
  const rules = [{ required, message: t('form.required') }];
  const sites = card?.sites ?? [];
  const onlySite = sites.length === 1 ? sites[0]?.id : undefined;
  useEffect(() => {
    if (onlySite && !values.siteId) onSite(onlySite);
  }, [onlySite, values.siteId, onSite]);
  return (
    <fieldset className="panel">
      <legend>{t('report.where')}</legend>
      <div className="fields">
        <Form.Item name="customerId" label={t('desk.caller')} className="wide" rules={rules}>
          <CallSearch name={card?.name} onHit={onHit} />
        </Form.Item>
        <Form.Item name="siteId" label={t('field.site')} rules={rules}>
          <Select
            showSearch={{ filterOption: (sought, option) => holds(option?.label, sought) }}
            disabled={!values.customerId}
            placeholder={t(values.customerId ? 'report.site-hint' : 'report.customer-first')}
            onChange={onSite}
            options={sites.map((site) => ({ value: site.id, label: `${site.name} · ${site.address}` }))}
          />
        </Form.Item>
        <EquipmentField customerId={values.customerId} siteId={values.siteId} chosen={chosen} />
      </div>
    </fieldset>
  );
}
