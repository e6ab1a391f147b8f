import type { RoutingDifference } from '@pledge/contracts/http';
import { useTranslation } from 'react-i18next';
import { PlaceName } from './place-name.js';

/** Line by line: added, taken out, or from one department to another. */
export function Differences({ differences }: { readonly differences: readonly RoutingDifference[] }) {
  const { t } = useTranslation();
  const nameOf = (department: RoutingDifference['before']) => department && t(`department.${department}`);
  return (
    <ul className="routing-differences">
      {differences.map(({ before, after, ...place }) => (
        <li key={`${place.kind}/${place.category ?? ''}`}>
          <PlaceName place={place} />{' '}
          {before === null
            ? t('routing.added', { after: nameOf(after) })
            : after === null
              ? t('routing.removed', { before: nameOf(before) })
              : t('routing.moved', { before: nameOf(before), after: nameOf(after) })}
        </li>
      ))}
    </ul>
  );
}
