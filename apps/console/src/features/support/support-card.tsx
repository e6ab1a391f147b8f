import type { SupportRequest } from '@pledge/contracts/http';
import { acceptSupportRequest, answerSupportRequest } from '@pledge/contracts/http';
import { CommandNotice, Tag, useCommand, useFormat, useNow } from '@pledge/ui';
import { countdown } from '@pledge/ui/time';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../session/session.js';

const tones = { raised: 'warn', accepted: 'info', answered: 'good' } as const;

export function SupportCard({ request }: { readonly request: SupportRequest }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <li className="panel">
      <p className="message-head">
        <span className="number">{request.number}</span>
        <Tag tone={tones[request.status]}>{t(`support-status.${request.status}`)}</Tag>
        {request.status === 'raised' && <AcceptBy at={request.acceptBy} />}
        <Link to={`/orders/${request.orderId}`} className="number">
          {request.orderNumber}
        </Link>
        <Link to={`/requests/${request.requestId}`} className="number">
          {request.requestNumber}
        </Link>
        <span className="quiet">
          {request.raisedBy.name} · {short(request.raisedAt)}
        </span>
      </p>
      <p className="support-question">{request.question}</p>
      {request.answer !== null && (
        <>
          <blockquote className="answer">{request.answer}</blockquote>
          <p className="quiet">
            {request.answeredBy?.name} {request.answeredAt !== null && short(request.answeredAt)}
          </p>
        </>
      )}
      {request.status === 'accepted' && request.acceptedBy && (
        <p className="quiet">{t('support.accepted-by', { name: request.acceptedBy.name })}</p>
      )}
      <Steps request={request} />
    </li>
  );
}

function AcceptBy({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const left = Date.parse(at) - now;
  return (
    <Tag tone={left < 0 ? 'bad' : 'warn'}>
      {t('support.accept-by')} <span className="clock-text">{countdown(Date.parse(at), now, t('time.day-mark'))}</span>
    </Tag>
  );
}

function Steps({ request }: { readonly request: SupportRequest }) {
  const { t } = useTranslation();
  const may = useMay();
  const [seen, setSeen] = useState(request);
  const accept = useCommand(acceptSupportRequest);
  const answer = useCommand(answerSupportRequest);
  const params = { supportRequestId: request.id };
  return (
    <>
      <CommandNotice error={accept.error ?? answer.error} seen={seen} now={request} />
      {request.status === 'raised' && may(acceptSupportRequest) && (
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => {
            setSeen(request);
            accept.mutate({ input: { params }, ifMatch: request.version });
          }}
        >
          {t('support.accept')}
        </Button>
      )}
      {request.status === 'accepted' && may(answerSupportRequest) && (
        <Form<{ readonly answer: string }>
          layout="vertical"
          onFinish={(body) => {
            setSeen(request);
            answer.mutate({ input: { params, body }, ifMatch: request.version });
          }}
        >
          <Form.Item name="answer" label={t('field.answer')} rules={[{ required: true, message: t('form.required') }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={answer.isPending}>
            {t('support.answer')}
          </Button>
        </Form>
      )}
    </>
  );
}
