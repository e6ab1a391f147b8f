import type { InputOf } from '@pledge/contracts/http';
import { askedDepartment, referQuestion } from '@pledge/contracts/http';
import { serverNow } from '@pledge/ui/time';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouted } from '../../api/use-routed.js';
import { ToldByField } from './told-by-field.js';
import { aheadOf } from './told-times.js';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

type Department = InputOf<typeof referQuestion>['body']['department'];
interface Referred {
  readonly department: Department;
  readonly question: string;
  readonly reason: string;
  readonly toldBy: string;
}

/** There is no answer yet: the user is told why and by when, and a department is asked (S-78, S-79). */
export function ReferForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Referred>();
  const refer = useRequestCommand(referQuestion, request, onDone);
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  const routed = useRouted(request.kind, request.category);
  return (
    <>
      <p className="quiet">{t('refer.hint')}</p>
      {refer.notice}
      <Form<Referred>
        form={form}
        name="refer"
        layout="vertical"
        initialValues={{ question: request.description }}
        onFinish={({ toldBy: wall, ...body }) => {
          const toldBy = aheadOf(wall, serverNow());
          if (toldBy !== null) refer.run({ params: { requestId: request.id }, body: { ...body, toldBy } });
        }}
      >
        <Form.Item name="department" label={t('refer.department')}>
          <Select
            allowClear
            placeholder={routed && t('refer.by-table', { department: t(`department.${routed}`) })}
            options={askedDepartment.options.map((value) => ({ value, label: t(`department.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="question" label={t('refer.question')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="reason" label={t('refer.reason')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <ToldByField label={t('conversation.told-by')} onPick={(wall) => form.setFieldValue('toldBy', wall)} />
        <Button type="primary" htmlType="submit" loading={refer.busy}>
          {t('refer.send')}
        </Button>
      </Form>
    </>
  );
}
