import type { Candidate } from '@pledge/contracts/http';
import { listCandidates } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery } from '@pledge/ui';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface CandidatesProps {
  readonly orderId: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (engineerId: string) => void;
}

/** Who could go, best first, each with the reasons for the score. */
export function Candidates({ orderId, id, value, onChange }: CandidatesProps) {
  const { t } = useTranslation();
  const name = useId();
  const candidates = useApiQuery('still', listCandidates, { params: { orderId } }, { staleTime: 0 });
  if (candidates.isPending) return <Skeleton count={4} />;
  if (!candidates.data) return <Failed error={candidates.error} onRetry={() => void candidates.refetch()} />;
  if (candidates.data.items.length === 0) return <p className="quiet">{t('order.no-candidates')}</p>;
  return (
    <div className="candidates" role="radiogroup" aria-label={t('order.who')} id={id}>
      {candidates.data.items.map((candidate, index) => (
        <label key={candidate.engineerId} className="candidate">
          <input
            type="radio"
            name={name}
            checked={value === candidate.engineerId}
            onChange={() => onChange?.(candidate.engineerId)}
          />
          <span className="candidate-score" aria-hidden>
            {Math.round(candidate.score)}
          </span>
          <span className="candidate-words">
            <span className="candidate-name">
              {candidate.name} <span className="quiet">{candidate.phone}</span>
              {index === 0 && <Tag tone="good">{t('order.best')}</Tag>}
              <span className="unseen">{t('order.score', { score: Math.round(candidate.score) })}</span>
            </span>
            <Reasons reasons={candidate.reasons} />
          </span>
        </label>
      ))}
    </div>
  );
}

const isGood = (code: Candidate['reasons'][number]['code']) =>
  code === 'skill' || code === 'territory' || code === 'free' || code === 'maintainer';

const Reasons = ({ reasons }: Pick<Candidate, 'reasons'>) => (
  <span className="reasons">
    {reasons.map(({ code, text, points }) => (
      <Tag key={code} tone={isGood(code) ? 'good' : 'warn'}>
        {text} {points > 0 ? `+${points}` : points}
      </Tag>
    ))}
  </span>
);
