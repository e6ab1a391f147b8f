import type { RoutingPreview } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Differences } from './differences.js';
import { PlaceName } from './place-name.js';

/** What would change: lines, open requests that would go elsewhere, and those that stay where they were handed. */
export function PreviewPanel({ preview }: { readonly preview: RoutingPreview }) {
  const { t } = useTranslation();
  const { differences, moving, movingCount, first, stayingCount } = preview;
  return (
    <div className="routing-preview" role="status">
      <Differences differences={differences} />
      <p>
        <strong>{movingCount === 0 ? t('routing.moves-none') : t('routing.moves', { amount: movingCount })}</strong>
      </p>
      {moving.length > 0 && (
        <ul className="routing-moving">
          {moving.map(({ before, after, count, ...place }) => (
            <li key={`${place.kind}/${place.category ?? ''}`}>
              <PlaceName place={place} />{' '}
              {t('routing.moving', {
                amount: count,
                before: t(`department.${before}`),
                after: t(`department.${after}`),
              })}
            </li>
          ))}
        </ul>
      )}
      {first.length > 0 && (
        <p className="routing-first">
          <span className="quiet">{t('routing.first', { amount: first.length })}</span>{' '}
          {first.map(({ id, number }) => (
            <Link key={id} to={`/requests/${id}`} className="number">
              {number}
            </Link>
          ))}
        </p>
      )}
      <p className="quiet">
        {stayingCount === 0 ? t('routing.stays-none') : t('routing.stays', { amount: stayingCount })}
      </p>
    </div>
  );
}
