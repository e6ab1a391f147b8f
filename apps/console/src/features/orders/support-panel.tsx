import type { Order } from '@pledge/contracts/http';
import { askSupport } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { Panel } from '../../ui/primitives.js';
import { useOrderCommand } from './use-order-command.js';

const tones = { raised: 'warn', accepted: 'info', answered: 'good' } as const;

/** What technical support was asked, and what it answered. */
export function SupportPanel({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const mayAsk = order.possible.includes('ask-support') && may(askSupport);
  if (!mayAsk && order.support.length === 0) return null;
  return (
    <Panel title={t('order.support')}>
      {order.support.length > 0 && (
        <ul className="questions">
          {order.support.map(({ supportRequestId, question, status, answer, by, raisedAt }) => (
            <li key={supportRequestId}>
              <p className="message-head">
                <Tag tone={tones[status]}>{t(`support-status.${status}`)}</Tag>
                {by !== null && <span>{by}</span>}
                <time className="quiet">{short(raisedAt)}</time>
              </p>
              <p>{question}</p>
              {answer !== null && <blockquote className="answer">{answer}</blockquote>}
            </li>
          ))}
        </ul>
      )}
      {mayAsk && <AskForm order={order} />}
    </Panel>
  );
}

function AskForm({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly question: string }>();
  const { run, busy, notice } = useOrderCommand(askSupport, order, () => form.resetFields());
  return (
    <Form form={form} layout="vertical" onFinish={(body) => run({ params: { orderId: order.id }, body })}>
      <Form.Item
        name="question"
        label={t('order.ask-support')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      {notice}
      <Button htmlType="submit" loading={busy}>
        {t('order.ask-support-send')}
      </Button>
    </Form>
  );
}
