import type { Customer, Equipment } from '@pledge/contracts/http';
import { Button, Form } from 'antd';
import type { FormInstance } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerField } from './customer-field.js';
import type { ReportValues } from './draft.js';
import { PlaceFields } from './place-fields.js';

interface WhereFieldsProps {
  readonly form: FormInstance<ReportValues>;
  readonly values: ReportValues;
  readonly fill: (more: Parameters<FormInstance<ReportValues>['setFieldsValue']>[0]) => void;
}

/** The contact whose phone was typed, if it was a phone. */
const calling = (customer: Customer, sought: string) =>
  sought.trim().length >= 4 ? customer.contacts.find(({ phone }) => phone.includes(sought.trim())) : undefined;

export function WhereFields({ form, values, fill }: WhereFieldsProps) {
  const { t } = useTranslation();
  const [customer, setCustomer] = useState<Customer | null>(null);
  const onSite = useCallback((siteId: string) => fill({ siteId, equipmentId: undefined }), [fill]);
  const onEquipment = ({ category, location }: Equipment) => {
    const already = form.getFieldValue('location') as string | undefined;
    fill({ category, ...(already ? {} : { location }) });
  };
  return (
    <fieldset className="panel">
      <legend>{t('report.where')}</legend>
      <div className="fields">
        <Form.Item
          name="customerId"
          label={t('field.customer')}
          className="wide"
          rules={[{ required: true, message: t('form.required') }]}
        >
          <CustomerField
            onFound={(found, sought) => {
              setCustomer(found);
              const contact = calling(found, sought);
              fill({
                siteId: undefined,
                equipmentId: undefined,
                ...(contact ? { reportedBy: { name: contact.name, phone: contact.phone } } : {}),
              });
            }}
          />
        </Form.Item>
        {customer && customer.id === values.customerId && customer.contacts.length > 0 && (
          <p className="contacts wide">
            <span className="quiet">{t('report.contacts')}</span>
            {customer.contacts.map(({ id, name, phone, duty }) => (
              <Button key={id} size="small" onClick={() => fill({ reportedBy: { name, phone } })}>
                {name} {phone} {duty}
              </Button>
            ))}
          </p>
        )}
        <PlaceFields
          customerId={values.customerId}
          siteId={values.siteId}
          equipmentId={values.equipmentId}
          onSite={onSite}
          onEquipment={onEquipment}
        />
      </div>
    </fieldset>
  );
}
