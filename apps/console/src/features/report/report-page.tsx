import { Problem } from '@pledge/client';
import type { Receipt } from '@pledge/contracts/http';
import { reportRequest } from '@pledge/contracts/http';
import { Button, Form } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../asking/use-command.js';
import { CommandNotice } from '../../ui/command-notice.js';
import { PageHead } from '../../ui/pieces.js';
import { fieldsOf } from '../../ui/problem-fields.js';
import type { ReportValues } from './draft.js';
import { isBegun } from './draft.js';
import { FaultFields, ReporterFields } from './fault-fields.js';
import { OpenRequests } from './open-requests.js';
import { ReceiptView } from './receipt-view.js';
import { bodyOf } from './report-body.js';
import { useDraft } from './use-draft.js';
import { WhereFields } from './where-fields.js';

const known = [
  'channel',
  'reportedBy',
  'customerId',
  'siteId',
  'equipmentId',
  'receivedAt',
  'occurredAt',
  'description',
  'cause',
  'nature',
  'category',
  'location',
  'impact',
  'measuresTaken',
];

export function ReportPage() {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const draft = useDraft();
  if (receipt) return <ReceiptView receipt={receipt} onNext={() => setReceipt(null)} />;
  return (
    <ReportForm
      key={draft.round}
      draft={draft}
      onAccepted={(accepted) => {
        draft.drop();
        setReceipt(accepted);
      }}
    />
  );
}

interface ReportFormProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly onAccepted: (receipt: Receipt) => void;
}

function ReportForm({ draft, onAccepted }: ReportFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ReportValues>();
  const watched = Form.useWatch((all: ReportValues): ReportValues | undefined => all, { form, preserve: true });
  const values = watched ?? {};
  const report = useCommand(reportRequest, {
    onDone: onAccepted,
    kept: { unanswered: draft.first.unanswered, keep: draft.keepUnanswered },
  });
  const keep = () => draft.keepValues(form.getFieldsValue(true) as ReportValues);
  const fill = (more: Parameters<typeof form.setFieldsValue>[0]) => {
    form.setFieldsValue(more);
    keep();
  };
  const submit = (given: ReportValues) =>
    report.mutate(
      { input: { body: bodyOf(given) } },
      {
        onError: (error) => {
          if (!(error instanceof Problem)) return;
          const fields = fieldsOf(error.errors, known);
          form.setFields(fields as Parameters<typeof form.setFields>[0]);
          if (fields[0]) form.scrollToField(fields[0].name, { focus: true, block: 'center' });
        },
      },
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };

  return (
    <div className="page report-page">
      <PageHead title={t('report.title')}>
        <p className="lead">{t('report.lead')}</p>
      </PageHead>
      {isBegun(draft.first) && (
        <p className="draft-note" role="status">
          {t(draft.first.unanswered ? 'report.draft-unanswered' : 'report.draft-kept')}{' '}
          <Button size="small" onClick={draft.drop}>
            {t('report.draft-drop')}
          </Button>
        </p>
      )}
      <div onKeyDown={onKeyDown}>
        <Form<ReportValues>
          form={form}
          layout="vertical"
          className="report-form"
          initialValues={draft.first.values}
          onValuesChange={keep}
          onFinish={() => submit(form.getFieldsValue(true) as ReportValues)}
          scrollToFirstError={{ focus: true, block: 'center' }}
        >
          <WhereFields form={form} values={values} fill={fill} />
          <div className="report-open">
            <OpenRequests siteId={values.siteId} equipmentId={values.equipmentId} category={values.category} />
          </div>
          <ReporterFields />
          <FaultFields />
          <div className="report-send">
            <CommandNotice error={report.error} />
            <Button type="primary" size="large" htmlType="submit" loading={report.isPending}>
              {t(report.isPending ? 'report.sending' : 'report.send')}
            </Button>
            <span className="quiet">
              <kbd>Ctrl</kbd> + <kbd>Enter</kbd>
            </span>
          </div>
        </Form>
      </div>
    </div>
  );
}
