import { useTranslation } from 'react-i18next';

/** Grey rows where those of a list will stand; said once to those who listen. */
export function ListSkeleton({ count = 8 }: { readonly count?: number }) {
  const { t } = useTranslation();
  return (
    <div className="k-list k-list-skeleton skeleton" role="status" aria-live="polite">
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="k-skeleton-row" aria-hidden />
      ))}
    </div>
  );
}
