import type { Shift } from '@pledge/contracts/http';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

/** Who is in a shift and from when until when, in whichever form; the first named is on call. */
export function ShiftFields({ people }: { readonly people: Shift['people'] }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <>
      <Form.Item name="people" label={t('roster.people')} rules={required} extra={t('roster.people-hint')}>
        <Select mode="multiple" options={people.map((one) => ({ value: one.personId, label: one.name }))} />
      </Form.Item>
      <Form.Item name="startsAt" label={t('roster.starts')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="endsAt" label={t('roster.ends')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  );
}
