import type { Candidate, Order } from '@pledge/contracts/http';
import { listCandidates } from '@pledge/contracts/http';
import { Failed, Skeleton, useApiQuery } from '@pledge/ui';
import type { WidgetProps } from '@pledge/ui';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const shownFirst = 3;

/** Who could go, best first, each with the reasons for the score. */
export function Candidates({ record: order, value, onChange, ...described }: WidgetProps<string, Order>) {
  const { t } = useTranslation();
  const name = useId();
  const [all, setAll] = useState(false);
  const candidates = useApiQuery('still', listCandidates, { params: { orderId: order.id } }, { staleTime: 0 });
  if (candidates.isPending) return <Skeleton count={shownFirst} />;
  if (!candidates.data) return <Failed error={candidates.error} onRetry={() => void candidates.refetch()} />;
  const { items } = candidates.data;
  if (items.length === 0) return <p className="quiet">{t('order.no-candidates')}</p>;
  const shown = items.filter(({ engineerId }, index) => all || index < shownFirst || engineerId === value);
  return (
    <div className="candidates" role="radiogroup" aria-label={t('field.engineerId')} {...described}>
      {shown.map((candidate) => (
        <label key={candidate.engineerId} className="candidate">
          <input
            type="radio"
            name={name}
            checked={value === candidate.engineerId}
            onChange={() => onChange?.(candidate.engineerId)}
          />
          <span className="candidate-name">
            {candidate.name} <span className="quiet">{candidate.phone}</span>
          </span>
          <Reasons candidate={candidate} order={order} />
          <span className="candidate-score">
            <span className="unseen">{t('order.score')}</span> {Math.round(candidate.score)}
          </span>
        </label>
      ))}
      {shown.length < items.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('order.more-candidates', { amount: items.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

const toneOf = (points: number) => (points > 0 ? 'good-text' : points < 0 ? 'bad-text' : 'quiet');

function Reasons({ candidate, order }: Readonly<{ candidate: Candidate; order: Order }>) {
  const { t } = useTranslation();
  const about = {
    category: t(`category.${order.category}`),
    territory: order.territory,
    amount: candidate.openOrders,
  };
  return (
    <span className="reasons">
      {candidate.reasons.map(({ code, points }) => (
        <span key={code} className={toneOf(points)}>
          {t(`reason.${code}`, about)} {points > 0 ? `+${String(points)}` : points}
        </span>
      ))}
    </span>
  );
}
