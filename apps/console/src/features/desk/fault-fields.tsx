import type { CallerEquipment } from '@pledge/contracts/http';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../../ui/vocabulary.js';

export const labelHolds = (sought: string, option?: { readonly label?: unknown; readonly value?: unknown }) =>
  `${String(option?.label)} ${String(option?.value)}`.toLowerCase().includes(sought.toLowerCase());

export function ReporterFields({ isFault }: { readonly isFault: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <fieldset className="panel">
      <legend>{t(isFault ? 'report.who' : 'report.who-asks')}</legend>
      <div className="fields">
        <Form.Item name={['reportedBy', 'name']} label={t(isFault ? 'field.reporter' : 'report.name')} rules={required}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item
          name={['reportedBy', 'phone']}
          label={t('field.phone')}
          dependencies={[['reportedBy', 'email']]}
          rules={[
            ({ getFieldValue }) => ({
              required: !getFieldValue(['reportedBy', 'email']),
              message: t('desk.phone-or-mail'),
            }),
          ]}
        >
          <Input type="tel" inputMode="tel" autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name={['reportedBy', 'email']} label={t('field.email')}>
          <Input type="email" inputMode="email" autoComplete="off" maxLength={254} />
        </Form.Item>
        <Form.Item name="channel" label={t('report.channel')} rules={required}>
          <Select showSearch={{ filterOption: labelHolds }} options={useOptions('channel')} />
        </Form.Item>
        <Form.Item name="receivedAt" label={t('field.receivedAt')} extra={t('report.received-hint')}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </fieldset>
  );
}

/** What is not known yet is asked for, not guessed: only the description and what it is about are demanded. */
export function FaultFields({ equipment }: { readonly equipment: CallerEquipment | undefined }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <fieldset className="panel report-fault">
      <legend>{t('report.what')}</legend>
      <div className="fields">
        <Form.Item name="description" label={t('field.description')} className="wide" rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="category" label={t('field.category')} rules={equipment ? [] : required}>
          <Select
            allowClear
            placeholder={equipment && t(`category.${equipment.category}`)}
            showSearch={{ filterOption: labelHolds }}
            options={useOptions('category')}
          />
        </Form.Item>
        <Form.Item name="impact" label={t('field.impact')}>
          <Select
            allowClear
            placeholder={t('desk.ask-caller')}
            showSearch={{ filterOption: labelHolds }}
            options={useOptions('impact')}
          />
        </Form.Item>
        <Form.Item name="location" label={t('field.location')}>
          <Input maxLength={300} placeholder={equipment?.location ?? t('desk.ask-caller')} />
        </Form.Item>
        <Form.Item name="occurredAt" label={t('field.occurredAt')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="nature" label={t('field.nature')}>
          <Select showSearch={{ filterOption: labelHolds }} options={useOptions('nature')} />
        </Form.Item>
        <Form.Item name="cause" label={t('field.cause')}>
          <Input maxLength={1000} />
        </Form.Item>
        <Form.Item name="measuresTaken" label={t('field.measuresTaken')} className="wide">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
