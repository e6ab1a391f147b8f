import { confirmRequest } from '@pledge/contracts/http';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../session/session.js';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

const hows = confirmRequest.body.shape.how.options;
type How = (typeof hows)[number];
interface Confirmed {
  readonly how: How;
  readonly by: string;
  readonly note?: string;
}

/** A refusal needs to be told, a paper to be found again. */
const noted: readonly How[] = ['refused', 'paper'];

/** The user, or who stands for them, says that it works; or they do not want to say (S-05). */
export function ConfirmForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const { name } = useUser();
  const [form] = Form.useForm<Confirmed>();
  const confirm = useRequestCommand(confirmRequest, request, onDone);
  const how = (Form.useWatch('how', form) as Confirmed['how'] | undefined) ?? 'user-confirmed';
  return (
    <>
      <p className="quiet">{t(request.kind === 'fault' ? 'confirm.hint-fault' : 'confirm.hint-enquiry')}</p>
      {confirm.notice}
      <Form<Confirmed>
        form={form}
        name="confirm"
        layout="vertical"
        initialValues={{ how: 'user-confirmed', by: request.reportedBy.name }}
        onFinish={({ note = '', ...body }) => {
          const told = note.trim() === '' ? body : { ...body, note };
          confirm.run({ params: { requestId: request.id }, body: told });
        }}
      >
        <Form.Item name="how" label={t('confirm.how')}>
          <Radio.Group
            options={hows.map((value) => ({ value, label: t(`confirm-how.${value}`) }))}
            onChange={({ target }) => {
              const next = target.value as How;
              form.setFieldValue('by', next === 'refused' ? name : next === 'proxy' ? '' : request.reportedBy.name);
            }}
          />
        </Form.Item>
        <Form.Item
          name="by"
          label={t(how === 'refused' ? 'confirm.recorded-by' : 'confirm.by')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t(how === 'paper' ? 'confirm.paper' : how === 'refused' ? 'confirm.refusal' : 'confirm.note')}
          rules={noted.includes(how) ? [{ required: true, whitespace: true, message: t('form.required') }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={confirm.busy}>
          {t('confirm.send')}
        </Button>
      </Form>
    </>
  );
}
