import { askClarification } from '@pledge/contracts/http';
import { useFormat } from '@pledge/ui';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SayProps } from './say-forms.js';
import { useSaying } from './use-saying.js';

interface Asked {
  readonly question: string;
  readonly withinMinutes: number;
}

const spans = [60, 240, 480, 1440, 4320];

/** What is unclear is asked of the user (S-34): it goes by mail where we can, stands on the progress page, and has a clock. */
export function AskForm({ request, conversation }: SayProps) {
  const { t } = useTranslation();
  const { span } = useFormat();
  const [form] = Form.useForm<Asked>();
  const saying = useSaying(askClarification, conversation, { onDone: () => form.resetFields() });
  const hint = request.reportedBy.email === null ? 'conversation.ask-by-link' : 'conversation.ask-by-mail';
  return (
    <Form<Asked>
      form={form}
      name="ask"
      layout="vertical"
      initialValues={{ withinMinutes: 240 }}
      onValuesChange={saying.begin}
      onFinish={(body) => saying.run({ params: { requestId: request.id }, body })}
    >
      {saying.notice}
      <Form.Item
        name="question"
        label={t('conversation.question')}
        extra={t(hint)}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="withinMinutes" label={t('conversation.within')} extra={t('conversation.within-hint')}>
        <Select options={spans.map((minutes) => ({ value: minutes, label: span(minutes * 60_000) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={saying.busy}>
        {t('conversation.ask-send')}
      </Button>
    </Form>
  );
}
