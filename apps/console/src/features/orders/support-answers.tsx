import type { Order } from '@pledge/contracts/http';
import { Tag, useSay } from '@pledge/ui';
import { Panel } from '../../ui/primitives.js';

const tones = { raised: 'warn', accepted: 'info', answered: 'good' } as const;

/** What technical support was asked, and what it answered. */
export function SupportAnswers({ record: { support } }: { readonly record: Order }) {
  const { t, short } = useSay();
  if (support.length === 0) return null;
  return (
    <Panel title={t('order.support')}>
      <ul className="questions">
        {support.map(({ supportRequestId, question, status, answer, by, raisedAt }) => (
          <li key={supportRequestId}>
            <p className="message-head">
              <Tag tone={tones[status]}>{t(`support-status.${status}`)}</Tag>
              {by !== null && <span>{by}</span>}
              <time className="quiet">{short(raisedAt)}</time>
            </p>
            <p>{question}</p>
            {answer !== null && <blockquote className="answer">{answer}</blockquote>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
