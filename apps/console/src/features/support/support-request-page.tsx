import type { SupportRequest } from '@pledge/contracts/http';
import { acceptSupportRequest, answerSupportRequest, getSupportRequest, supportStatus } from '@pledge/contracts/http';
import { Clocks, Facts, milestonesOf, Progress, recordPage, step, useKit, useSay } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SupportMark } from './support-marks.js';

interface Part {
  readonly record: SupportRequest;
}

const Question = ({ record }: Part) => <blockquote className="answer">{record.question}</blockquote>;

/** What was asked and answered; while it is to be answered here the question stands above the answer. */
function Dialogue({ record }: Part) {
  const { t } = useTranslation();
  const { may } = useKit();
  if (record.answer === null && may(answerSupportRequest)) return null;
  return (
    <section className="panel">
      <h2>{t('field.question')}</h2>
      <Question record={record} />
      {record.answer !== null && (
        <>
          <h2>{t('field.answer')}</h2>
          <blockquote className="answer">{record.answer}</blockquote>
        </>
      )}
    </section>
  );
}

function SupportFacts({ record }: Part) {
  const { short } = useSay();
  return (
    <Facts
      groups={[
        [
          'support.about',
          {
            order: (
              <Link to={`/orders/${record.orderId}`} className="number">
                {record.orderNumber}
              </Link>
            ),
            request: (
              <Link to={`/requests/${record.requestId}`} className="number">
                {record.requestNumber}
              </Link>
            ),
            raisedBy: record.raisedBy.name,
            raisedAt: short(record.raisedAt),
            acceptedBy: record.acceptedBy?.name,
            answeredBy: record.answeredBy?.name,
          },
        ],
      ]}
    />
  );
}

function SupportProgress({ record }: Part) {
  const { t } = useTranslation();
  const told = {
    raised: { at: record.raisedAt, by: record.raisedBy.name },
    accepted: { at: record.acceptedAt, by: record.acceptedBy?.name ?? null },
    answered: { at: record.answeredAt, by: record.answeredBy?.name ?? null },
  };
  const milestones = milestonesOf(supportStatus.options, record.status, (status) => ({
    name: t(`support-step.${status}`),
    ...told[status],
  }));
  return <Progress title={t('order.steps')} milestones={milestones} />;
}

const of = step<SupportRequest>();
const possible = { raised: ['accept'], accepted: ['answer'], answered: [] } as const;

export const SupportRequestPage = recordPage<typeof getSupportRequest, SupportRequest>(getSupportRequest, {
  number: ({ number }) => number,
  title: ({ question }) => question.split('\n')[0]?.slice(0, 80) ?? '',
  head: ({ record }) => <SupportMark status={record.status} />,
  facts: SupportFacts,
  work: [Dialogue],
  clocks: ({ record }) => <Clocks clocks={[{ name: 'acceptBy', at: record.acceptBy, doneAt: record.acceptedAt }]} />,
  progress: SupportProgress,
  steps: {
    accept: of(acceptSupportRequest, { above: Question }),
    answer: of(answerSupportRequest, { above: Question }),
  },
  possible: ({ status }) => possible[status],
  waiting: ({ status }) => `support.waits.${status}`,
});
