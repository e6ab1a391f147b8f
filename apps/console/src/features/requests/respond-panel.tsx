import type { Request } from '@pledge/contracts/http';
import { respondToRequest } from '@pledge/contracts/http';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../asking/use-command.js';
import { useMay } from '../../session/session.js';
import { CommandNotice } from '../../ui/command-notice.js';
import { Panel } from '../../ui/pieces.js';
import { useFormat } from '../../ui/use-format.js';

/** The answer to the user: what it was, or the field to give it. */
export function RespondPanel({ request }: { readonly request: Request }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const [seen, setSeen] = useState(request);
  const [form] = Form.useForm<{ readonly text: string }>();
  const respond = useCommand(respondToRequest);
  if (request.answer) {
    return (
      <Panel title={t('request.answer')}>
        <CommandNotice error={respond.error} seen={seen} now={request} />
        <blockquote className="answer">{request.answer.text}</blockquote>
        <p className="quiet">
          {request.answer.by.name} · {short(request.answer.respondedAt)}
        </p>
      </Panel>
    );
  }
  if (!may(respondToRequest) || request.status === 'closed') return null;
  const send = ({ text }: { readonly text: string }) => {
    setSeen(request);
    respond.mutate({ input: { params: { requestId: request.id }, body: { text } }, ifMatch: request.version });
  };
  return (
    <Panel title={t('request.respond')}>
      <p className="quiet">{t('request.respond-hint')}</p>
      <CommandNotice error={respond.error} seen={seen} now={request} />
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item name="text" label={t('field.answer')} rules={[{ required: true, message: t('form.required') }]}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
            }}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={respond.isPending}>
          {t('request.respond-send')}
        </Button>
      </Form>
    </Panel>
  );
}
