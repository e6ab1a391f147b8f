import type { Request } from '@pledge/contracts/http';
import { listQuestions } from '@pledge/contracts/http';
import { Tag, useApiQuery, useFormat } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../session/session.js';
import { DepartmentMark, Panel } from '../../ui/primitives.js';

const tones = { offered: 'warn', accepted: 'info', declined: 'bad', answered: 'good' } as const;

interface ReferralPanelProps {
  readonly request: Request;
  readonly referral: NonNullable<Request['referral']>;
}

/** What another department was asked, what it said, and what the knowledge base has learnt from it. */
export function ReferralPanel({ request, referral }: ReferralPanelProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const isQuestion = referral.questionId !== null;
  const allowed = isQuestion && may(listQuestions);
  const questions = useApiQuery(request.id, listQuestions, { query: { requestId: request.id } }, { enabled: allowed });
  const question = questions.data?.items.find(({ id }) => id === referral.questionId);
  return (
    <Panel title={t(isQuestion ? 'referral.question' : 'referral.matter')}>
      <p className="message-head">
        <DepartmentMark department={referral.department} />
        <Tag tone={tones[referral.state]}>{t(`referral-state.${referral.state}`)}</Tag>
        <time className="quiet">{short(referral.at)}</time>
      </p>
      {referral.reason !== null && <p className="quiet">{referral.reason}</p>}
      {referral.answer !== null && <blockquote className="answer">{referral.answer}</blockquote>}
      {question && referral.state === 'answered' && (
        <p>{question.knowledge ? t(`knowledge-decision.${question.knowledge.decision}`) : t('referral.to-decide')}</p>
      )}
      {allowed && <Link to={`/questions?request=${request.id}`}>{t('referral.to-question')}</Link>}
      {!isQuestion && <Link to="/matters">{t('referral.to-matters')}</Link>}
    </Panel>
  );
}
