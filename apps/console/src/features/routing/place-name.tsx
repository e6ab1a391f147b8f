import { Tag } from '@pledge/ui';
import { useTranslation } from 'react-i18next';
import type { Place } from './draft.js';

/** A kind, or a kind and category. */
export function PlaceName({ place: { kind, category } }: { readonly place: Place }) {
  const { t } = useTranslation();
  return (
    <span className="place-name">
      {t(`kind.${kind}`)}
      {category !== null && <Tag tone="info">{t(`category.${category}`)}</Tag>}
    </span>
  );
}
