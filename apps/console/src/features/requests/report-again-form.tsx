import { reportRequest } from '@pledge/contracts/http';
import { CommandNotice, useCommand } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { againBody } from './again.js';
import type { StepProps } from './use-request-command.js';

/** The user says that the repair did not work: a request of its own, which turns the verdict of this one. */
export function ReportAgainForm({ request }: StepProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const again = useCommand(reportRequest, { onDone: ({ id }) => void go(`/requests/${id}`) });
  const { disputed } = request;
  if (!disputed) return null;
  return (
    <>
      <p className="quiet">{t('again.hint', { number: request.number })}</p>
      <CommandNotice error={again.error} />
      <Form<{ readonly says: string }>
        name="again"
        layout="vertical"
        initialValues={{ says: disputed.note }}
        onFinish={({ says }) =>
          again.mutate({ input: { body: againBody(request, says, t('again.reason', { number: request.number })) } })
        }
      >
        <Form.Item
          name="says"
          label={t('again.says')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={again.isPending}>
          {t('again.send')}
        </Button>
      </Form>
    </>
  );
}
