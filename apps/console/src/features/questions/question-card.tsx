import type { Question } from '@pledge/contracts/http';
import { Tag, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DueTag } from '../../ui/due-tag.js';
import { DepartmentMark, Facts } from '../../ui/primitives.js';
import { QuestionSteps } from './question-steps.js';

const tones = {
  referred: 'warn',
  declined: 'bad',
  'to-rule': 'bad',
  accepted: 'info',
  answered: 'info',
  closed: 'good',
} as const;

export function QuestionCard({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const { status, knowledge } = question;
  const open = status !== 'answered' && status !== 'closed';
  return (
    <li className="panel">
      <p className="message-head">
        <span className="number">{question.number}</span>
        <Tag tone={tones[status]}>{t(`question-status.${status}`)}</Tag>
        <DepartmentMark department={question.department} />
        {status === 'referred' && <DueTag at={question.acceptBy} word={t('support.accept-by')} />}
        {open && <DueTag at={question.promise.dueAt} word={t('questions.answer-by')} />}
        <Link to={`/requests/${question.requestId}`} className="number">
          {question.requestNumber}
        </Link>
      </p>
      <p className="support-question">{question.question}</p>
      <Facts
        facts={[
          {
            name: t('questions.asked-by'),
            value: [question.askedBy, question.customerName].filter(Boolean).join(' · '),
          },
          { name: t('field.category'), value: question.category && t(`category.${question.category}`) },
          { name: t('questions.model'), value: question.equipmentModel },
          { name: t('questions.why'), value: question.reason, wide: true },
          { name: t('questions.referred-by'), value: `${question.referredBy.name} · ${short(question.referredAt)}` },
          {
            name: t('questions.accepted-by'),
            value:
              question.acceptedBy &&
              question.acceptedAt &&
              `${question.acceptedBy.name} · ${short(question.acceptedAt)}`,
          },
        ]}
      />
      {question.declines.map(({ department, reason, by, at }) => (
        <p key={at} className="quiet">
          {t('questions.declined-by', { department: t(`department.${department}`), name: by.name })} · {short(at)}
          {': '}
          <q>{reason}</q>
        </p>
      ))}
      {question.answer !== null && (
        <>
          <blockquote className="answer">{question.answer}</blockquote>
          <p className="quiet">
            {question.answeredBy?.name} {question.answeredAt !== null && short(question.answeredAt)}
          </p>
        </>
      )}
      {knowledge && (
        <p className="quiet">
          {t(`knowledge-decision.${knowledge.decision}`)} · {knowledge.by.name} · {short(knowledge.at)}{' '}
          {knowledge.note !== null && <q>{knowledge.note}</q>}
          {knowledge.articleId !== null && (
            <Link to={`/knowledge/${knowledge.articleId}`}>{t('questions.to-article')}</Link>
          )}
        </p>
      )}
      <QuestionSteps question={question} />
    </li>
  );
}
