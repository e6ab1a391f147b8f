import { tellCaller } from '@pledge/contracts/http';
import { serverNow } from '@pledge/ui/time';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SayProps } from './say-forms.js';
import { ToldByField } from './told-by-field.js';
import { aheadOf } from './told-times.js';
import { useSaying } from './use-saying.js';

interface Told {
  readonly what: string;
  readonly toldBy: string;
}

/** By when the caller was told to hear from us: a promise with a clock, made by who said it (S-78). */
export function TellForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Told>();
  const saying = useSaying(tellCaller, conversation, { onDone: () => form.resetFields() });
  return (
    <Form<Told>
      form={form}
      name="tell"
      layout="vertical"
      onValuesChange={saying.begin}
      onFinish={({ what, toldBy }) => {
        const by = aheadOf(toldBy, serverNow());
        if (by !== null) saying.run({ params: { requestId: request.id }, body: { what, by } });
      }}
    >
      {saying.notice}
      <Form.Item
        name="what"
        label={t('conversation.told-what')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={300} />
      </Form.Item>
      <ToldByField label={t('conversation.told-by')} onPick={(wall) => form.setFieldValue('toldBy', wall)} />
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.tell-send')}
      </Button>
    </Form>
  );
}
