import { Problem } from '@pledge/client';
import type { CallerHit, Receipt, Standing } from '@pledge/contracts/http';
import { findTwins, getCustomerCard, listCallerEquipment, reportRequest } from '@pledge/contracts/http';
import { CommandNotice, keyOf, useApiQuery, useCommand, useSettled } from '@pledge/ui';
import { serverNow } from '@pledge/ui/time';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.js';
import type { PickedArticle } from '../../knowledge/article-search.js';
import { fieldsOf } from '../../ui/problem-fields.js';
import { DeskSide } from './desk-side.js';
import type { Draft, ReportValues } from './draft.js';
import { EnquiryFields } from './enquiry-fields.js';
import { FaultFields, ReporterFields } from './fault-fields.js';
import { KindChoice } from './kind-choice.js';
import { kindOf } from './kinds.js';
import type { Accepted } from './first-step.js';
import { stepOf, usualToldBy, wayOf, waysOf } from './next-step.js';
import { OutcomeFields } from './outcome-fields.js';
import { bodyOf } from './report-body.js';
import { StandingPanel } from './standing-panel.js';
import { looksLikePhone, titleOf } from './title.js';
import { choiceOf, outcomeOf, twinsAsked } from './twin-choice.js';
import { TwinsPanel } from './twins-panel.js';
import { useNextStep } from './use-next-step.js';
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
  'subject',
  'serviceLine',
  'details',
  'twin',
];

const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const beginningWith = (values: ReportValues): ReportValues => ({
  ...values,
  kind: kindOf(values),
  serviceLine: values.serviceLine ?? 'response',
  twin: { choice: 'rule', ...values.twin },
  outcome: { way: 'later', toldBy: usualToldBy(serverNow()), ...values.outcome },
});

interface ReportFormProps {
  readonly draft: Draft;
  readonly onChange: (more: Partial<Pick<Draft, 'values' | 'unanswered' | 'undone' | 'title'>>) => void;
  readonly onAccepted: (accepted: Accepted) => void;
  readonly onDrop: () => void;
}

/** One call: what is asked of the caller on the left, what we know of them on the right. */
export function ReportForm({ draft, onChange, onAccepted, onDrop }: ReportFormProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [form] = Form.useForm<ReportValues>();
  const [first] = useState(draft);
  const queries = useQueryClient();
  const { values } = draft;
  const { customerId = '', siteId, equipmentId } = values;
  const kind = kindOf(values);
  const isFault = kind === 'fault';
  const card = useApiQuery(null, getCustomerCard, { params: { customerId } }, { enabled: customerId !== '' });
  const equipment = useApiQuery(
    null,
    listCallerEquipment,
    { params: { customerId }, query: { siteId, limit: 200 } },
    { enabled: customerId !== '' && siteId !== undefined },
  );
  const chosen = equipment.data?.items.find(({ id }) => id === equipmentId);
  const asked = useSettled(JSON.stringify(twinsAsked(values)), 300);
  const query = JSON.parse(asked) as ReturnType<typeof twinsAsked>;
  const twins = useApiQuery(null, findTwins, { query: query ?? {} }, { enabled: query !== null, keep: true });
  const found = query === null ? [] : (twins.data?.items ?? []);
  const choice = choiceOf(values.twin, query === null ? [] : twins.data?.items);
  const outcome = outcomeOf(values.twin, found);
  const next = useNextStep();
  const followUp = async (receipt: Receipt) => {
    const step = stepOf(values);
    if (step) onChange({ undone: { receipt, step } });
    const failure = step && (await next.mutateAsync({ receipt, step }).then(() => null, asError));
    onAccepted({ receipt, step, failure });
  };
  const report = useCommand(reportRequest, {
    onDone: (receipt) => void followUp(receipt),
    kept: { unanswered: first.unanswered, keep: (unanswered) => onChange({ unanswered }) },
  });

  const keep = () => {
    const typed = form.getFieldsValue(true) as ReportValues;
    onChange({ values: typed, title: titleOf(typed, card.data) });
  };
  const fill = (more: Partial<ReportValues>) => {
    form.setFieldsValue(more);
    keep();
  };
  const title = titleOf(values, card.data);
  useEffect(() => {
    if (card.data && title !== draft.title) onChange({ title });
  }, [card.data, title, draft.title, onChange]);

  /** The card has the number that the line of the search only shows. */
  const speakFor = async (of: string, contactId: string) => {
    const input = { params: { customerId: of } };
    const found = await queries.query({
      queryKey: keyOf(null, getCustomerCard, input),
      queryFn: () => call(getCustomerCard, input),
      staleTime: 5_000,
    });
    const contact = found.contacts.find(({ id }) => id === contactId);
    if (contact) fill({ reportedBy: { name: contact.name, phone: contact.phone } });
  };
  const onHit = (hit: CallerHit, sought: string) => {
    if (hit.customerId === null) return void go(`/requests/${hit.id}`);
    const phone = values.reportedBy?.phone;
    fill({
      customerId: hit.customerId,
      siteId: hit.siteId ?? undefined,
      equipmentId: hit.equipmentId ?? undefined,
      ...(hit.type !== 'contact' && !phone && looksLikePhone(sought)
        ? { reportedBy: { name: values.reportedBy?.name, phone: sought } }
        : {}),
    });
    if (hit.type === 'request' && !isFault) fill({ details: { ...values.details, aboutRequestId: hit.id } });
    if (hit.type === 'contact') void speakFor(hit.customerId, hit.id).catch(() => undefined);
  };
  const onSite = (next: string) => {
    if (next !== values.siteId) fill({ siteId: next, equipmentId: undefined });
  };
  const onAbout = ({ id, number }: Standing) =>
    fill({
      details: { ...values.details, aboutRequestId: id },
      description: values.description?.trim() ? values.description : t('report.asked-about', { number }),
    });
  const way = wayOf(values);
  const sources = values.outcome?.sources ?? [];
  const answerFrom = ({ articleId, title, body }: PickedArticle) => {
    const begun = way === 'answer' ? (values.outcome?.text?.trim() ?? '') : '';
    const text = [begun, body].filter(Boolean).join('\n\n').slice(0, 4000);
    const others = sources.filter((one) => one.articleId !== articleId);
    fill({
      outcome: { ...values.outcome, way: 'answer', text, sources: [...others, { articleId, title }].slice(-10) },
    });
  };
  const dropSource = (articleId: string) =>
    fill({ outcome: { ...values.outcome, sources: sources.filter((one) => one.articleId !== articleId) } });
  const sending = report.isPending || next.isPending;
  const submit = () =>
    report.mutate(
      { input: { body: bodyOf(form.getFieldsValue(true) as ReportValues, draft.envelopeId, choice) } },
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
    <div className="desk-columns">
      <div onKeyDown={onKeyDown}>
        <Form<ReportValues>
          form={form}
          name={draft.draftId}
          layout="vertical"
          className="report-form"
          initialValues={beginningWith(first.values)}
          onValuesChange={(changed: ReportValues) => {
            const cleared = 'customerId' in changed && !changed.customerId;
            if (cleared) fill({ siteId: undefined, equipmentId: undefined });
            else keep();
          }}
          onFinish={submit}
          scrollToFirstError={{ focus: true, block: 'center' }}
        >
          {first.unanswered && (
            <p className="draft-note" role="status">
              {t('report.draft-unanswered')}
            </p>
          )}
          <KindChoice />
          <WhereFields
            values={values}
            card={card.data}
            chosen={chosen}
            required={isFault}
            onHit={onHit}
            onSite={onSite}
          />
          <ReporterFields isFault={isFault} />
          {kind === 'status' && (
            <StandingPanel
              customerId={values.customerId}
              phone={values.reportedBy?.phone}
              about={values.details?.aboutRequestId}
              onAbout={onAbout}
            />
          )}
          {kind === 'fault' ? <FaultFields equipment={chosen} /> : <EnquiryFields kind={kind} card={card.data} />}
          {waysOf(kind).length > 0 && (
            <OutcomeFields kind={kind} category={values.category} way={way} sources={sources} onDrop={dropSource} />
          )}
          <TwinsPanel found={found} choice={choice} failed={twins.isError} />
          <div className="report-send">
            <CommandNotice error={report.error} />
            <Button type="primary" size="large" htmlType="submit" loading={sending}>
              {t(sending ? 'report.sending' : isFault ? 'report.send' : 'report.send-enquiry')}
            </Button>
            <span className="quiet">
              <kbd>Ctrl</kbd> + <kbd>Enter</kbd>
            </span>
            {(isFault || query !== null) && (
              <span className={`twin-outcome ${outcome.what}`} role="status">
                {t(`twin.will.${outcome.what}`, 'number' in outcome ? { number: outcome.number } : {})}
              </span>
            )}
            <Button type="text" onClick={onDrop} disabled={sending}>
              {t('desk.drop')}
            </Button>
          </div>
        </Form>
      </div>
      <DeskSide values={values} fill={fill} onPick={answerFrom} />
    </div>
  );
}
