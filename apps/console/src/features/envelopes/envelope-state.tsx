import type { Envelope } from '@pledge/contracts/http';
import { Tag } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What it waits for, or what became of it. */
export function EnvelopeState({ envelope: { outcome, needs, found } }: { readonly envelope: Envelope }) {
  const { t } = useTranslation();
  if (outcome?.type === 'rejected') return <Tag tone="calm">{t(`reject-reason.${outcome.reason}`)}</Tag>;
  if (outcome) {
    return (
      <>
        <Tag tone="good">{t(`outcome.${outcome.type}`)}</Tag>{' '}
        <Link to={`/requests/${outcome.requestId}`} className="number">
          {outcome.number}
        </Link>
      </>
    );
  }
  return (
    <>
      <Tag tone="warn">{t(`needs.${needs ?? 'sorting'}`)}</Tag>
      {found.suspicion && (
        <Tag tone="info">
          {found.suspicion === 'forged-sender' ? t('envelopes.forged-sender') : t(`reject-reason.${found.suspicion}`)}
        </Tag>
      )}
    </>
  );
}
