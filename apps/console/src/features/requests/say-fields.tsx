import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Via } from './saying.js';

export const longest = 4000;

export function ViaField({ vias }: { readonly vias: readonly Via[] }) {
  const { t } = useTranslation();
  return (
    <Form.Item name="via" label={t('conversation.via')}>
      <Radio.Group options={vias.map((via) => ({ value: via, label: t(`via.${via}`) }))} />
    </Form.Item>
  );
}

export function TextField({ label }: { readonly label: string }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.Item name="text" label={label} rules={[{ required: true, whitespace: true, message: t('form.required') }]}>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={longest}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      />
    </Form.Item>
  );
}
