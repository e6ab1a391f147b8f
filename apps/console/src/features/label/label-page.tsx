import { CheckCircleFilled } from '@ant-design/icons';
import { Problem } from '@pledge/client';
import type { ReplyOf } from '@pledge/contracts';
import type { Receipt } from '@pledge/contracts/http';
import { getLabel, reportRequest } from '@pledge/contracts/http';
import { CommandNotice, Empty, Failed, Skeleton, useApiQuery, useCommand, useFormat } from '@pledge/ui';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMay } from '../../session/session.js';
import { Mark } from '../../ui/mark.js';
import { fieldsOf } from '../../ui/problem-fields.js';
import { LanguageSwitch } from '../../i18n/language-switch.js';

/** What the label on a piece of equipment leads to: a report in three fields, by whoever stands before it. */
export function LabelPage() {
  const { t } = useTranslation();
  const { qrToken = '' } = useParams();
  const label = useApiQuery('still', getLabel, { params: { qrToken } });
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const unknown = label.error instanceof Problem && [400, 404].includes(label.error.status);
  return (
    <div className="public">
      <header className="top">
        <Mark />
        <span className="top-space" />
        <LanguageSwitch />
      </header>
      <main id="main" className="page public-main">
        {label.isPending ? (
          <>
            <h1 className="unseen">{t('label.title')}</h1>
            <Skeleton />
          </>
        ) : receipt ? (
          <Accepted receipt={receipt} />
        ) : label.data ? (
          <LabelForm qrToken={qrToken} label={label.data} onAccepted={setReceipt} />
        ) : unknown ? (
          <>
            <h1>{t('label.title')}</h1>
            <Empty title={t('label.unknown')} hint={t('label.unknown-hint')} />
          </>
        ) : (
          <>
            <h1>{t('label.title')}</h1>
            <Failed error={label.error} onRetry={() => void label.refetch()} />
          </>
        )}
      </main>
    </div>
  );
}

interface Told {
  readonly description: string;
  readonly reportedBy: { readonly name: string; readonly phone: string };
}

interface LabelFormProps {
  readonly qrToken: string;
  readonly label: ReplyOf<typeof getLabel>;
  readonly onAccepted: (receipt: Receipt) => void;
}

function LabelForm({ qrToken, label, onAccepted }: LabelFormProps) {
  const { t } = useTranslation();
  const { language, short } = useFormat();
  const [form] = Form.useForm<Told>();
  const may = useMay();
  const report = useCommand(reportRequest, { onDone: onAccepted });
  const required = [{ required: true, whitespace: true, message: t('form.required') }];
  const send = ({ description, reportedBy }: Told) =>
    report.mutate(
      { input: { body: { kind: 'fault', channel: 'qr', qrToken, reportedBy, description, language } } },
      {
        onError: (error) => {
          if (!(error instanceof Problem)) return;
          const fields = fieldsOf(error.errors, ['description', 'reportedBy']);
          form.setFields(fields as Parameters<typeof form.setFields>[0]);
        },
      },
    );
  return (
    <>
      <h1>{t('label.title')}</h1>
      <p className="lead">
        <strong>
          {label.equipmentName} {label.model}
        </strong>
        <br />
        {label.siteName} · {label.location}
      </p>
      {label.openSince !== null && <p className="pause-note">{t('label.known', { at: short(label.openSince) })}</p>}
      {may(reportRequest) && (
        <section className="panel">
          <CommandNotice error={report.error} />
          <Form<Told> form={form} layout="vertical" onFinish={send} scrollToFirstError={{ focus: true }}>
            <Form.Item name="description" label={t('label.what')} rules={required}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4000} />
            </Form.Item>
            <Form.Item name={['reportedBy', 'name']} label={t('label.name')} rules={required}>
              <Input autoComplete="name" maxLength={60} />
            </Form.Item>
            <Form.Item name={['reportedBy', 'phone']} label={t('field.phone')} rules={required}>
              <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />
            </Form.Item>
            <Button type="primary" size="large" htmlType="submit" loading={report.isPending} block>
              {t('label.send')}
            </Button>
          </Form>
        </section>
      )}
    </>
  );
}

function Accepted({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  return (
    <div className="receipt">
      <div className="receipt-head" role="status">
        <CheckCircleFilled aria-hidden />
        <div>
          <h1>{t('receipt.accepted')}</h1>
          <p className="receipt-number number">{receipt.number}</p>
        </div>
      </div>
      {receipt.joinedTo && <p className="pause-note">{t('progress.joined', { number: receipt.joinedTo.number })}</p>}
      <section className="panel">
        <ul className="plain-list">
          {receipt.promises.map(({ promiseId, promise, dueAt }) => (
            <li key={promiseId}>{t('receipt.read-promise', { promise: t(`promise.${promise}`), at: short(dueAt) })}</li>
          ))}
        </ul>
      </section>
      <a className="link-button primary" href={`/p/${receipt.publicToken}`}>
        {t('label.follow')}
      </a>
    </div>
  );
}
