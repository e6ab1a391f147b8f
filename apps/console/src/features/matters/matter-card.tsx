import type { Matter } from '@pledge/contracts/http';
import { acceptMatter, declineMatter, settleMatter } from '@pledge/contracts/http';
import { CommandNotice, Tag, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../session/session.js';
import { DueTag } from '../../ui/due-tag.js';
import { Facts } from '../../ui/primitives.js';
import { ReasonForm } from '../../ui/reason-form.js';

const tones = { offered: 'warn', accepted: 'info', declined: 'bad', settled: 'good' } as const;

export function MatterCard({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const { details, reportedBy } = matter;
  const department =
    details.kind === 'complaint'
      ? details.againstDepartment
      : details.kind === 'suggestion'
        ? details.forDepartment
        : null;
  return (
    <li className="panel">
      <p className="message-head">
        <Link to={`/requests/${matter.id}`} className="number">
          {matter.number}
        </Link>
        <Tag tone="calm">{t(`kind.${matter.kind}`)}</Tag>
        <Tag tone={tones[matter.status]}>{t(`matter-status.${matter.status}`)}</Tag>
        {matter.status === 'offered' && <DueTag at={matter.acceptBy} word={t('support.accept-by')} />}
        {matter.status === 'accepted' && matter.promise && (
          <DueTag at={matter.promise.dueAt} word={t('matters.settle-by')} />
        )}
      </p>
      <p className="support-question">{matter.subject}</p>
      <p className="article-body">{matter.description}</p>
      <Facts
        facts={[
          {
            name: t('matters.by'),
            value: [reportedBy.name, reportedBy.phone, matter.customerName].filter(Boolean).join(' · '),
          },
          { name: t('field.channel'), value: t(`channel.${matter.channel}`) },
          { name: t('matters.concerns'), value: department && t(`department.${department}`) },
          { name: t('matters.person'), value: details.kind === 'complaint' && details.againstPerson },
          { name: t('matters.demand'), value: details.kind === 'complaint' && details.demand, wide: true },
          { name: t('matters.handled'), value: matter.handled, wide: true },
          { name: t('matters.handed-over'), value: `${matter.handedOverBy.name} · ${short(matter.handedOverAt)}` },
          {
            name: t('matters.accepted'),
            value: matter.acceptedBy && matter.acceptedAt && `${matter.acceptedBy.name} · ${short(matter.acceptedAt)}`,
          },
          { name: t('matters.declined'), value: matter.declinedReason, wide: true },
        ]}
      />
      {matter.reply !== null && (
        <>
          <blockquote className="answer">{matter.reply}</blockquote>
          <p className="quiet">
            {matter.settledBy?.name} {matter.settledAt !== null && short(matter.settledAt)}
          </p>
        </>
      )}
      <Steps matter={matter} />
    </li>
  );
}

function Steps({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const may = useMay();
  const [seen, setSeen] = useState(matter);
  const accept = useCommand(acceptMatter);
  const decline = useCommand(declineMatter);
  const settle = useCommand(settleMatter);
  const params = { requestId: matter.id };
  const ifMatch = matter.version;
  return (
    <>
      <CommandNotice error={accept.error ?? decline.error ?? settle.error} seen={seen} now={matter} />
      {matter.status === 'offered' && may(acceptMatter) && (
        <div className="card-actions">
          <Button
            type="primary"
            loading={accept.isPending}
            onClick={() => {
              setSeen(matter);
              accept.mutate({ input: { params }, ifMatch });
            }}
          >
            {t('matters.accept')}
          </Button>
          {matter.declinedReason === null && (
            <ReasonForm
              word={t('matters.decline')}
              label={t('field.reason')}
              busy={decline.isPending}
              onSend={(reason) => {
                setSeen(matter);
                decline.mutate({ input: { params, body: { reason } }, ifMatch });
              }}
            />
          )}
        </div>
      )}
      {matter.status === 'accepted' && may(settleMatter) && (
        <Form<{ readonly reply: string }>
          layout="vertical"
          onFinish={(body) => {
            setSeen(matter);
            settle.mutate({ input: { params, body }, ifMatch });
          }}
        >
          <Form.Item
            name="reply"
            label={t('matters.reply')}
            extra={t('matters.reply-hint')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={4000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={settle.isPending}>
            {t('matters.settle')}
          </Button>
        </Form>
      )}
    </>
  );
}
