import { handOverMatter } from '@pledge/contracts/http';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

/** A complaint or a suggestion that is not settled on the spot goes to supervision with everything in it (S-83, S-97). */
export function HandOverForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const handOver = useRequestCommand(handOverMatter, request, onDone);
  return (
    <>
      <p className="quiet">{t('hand-over.hint')}</p>
      {handOver.notice}
      <Form<{ readonly handled?: string }>
        name="hand-over"
        layout="vertical"
        onFinish={({ handled = '' }) => {
          const body = handled.trim() === '' ? {} : { handled };
          handOver.run({ params: { requestId: request.id }, body });
        }}
      >
        <Form.Item name="handled" label={t('hand-over.handled')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={handOver.busy}>
          {t('hand-over.send')}
        </Button>
      </Form>
    </>
  );
}
