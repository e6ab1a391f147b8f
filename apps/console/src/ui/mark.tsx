import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Mark() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="mark" aria-label={t('product.home')}>
      <img src="/favicon.svg" alt="" width="24" height="24" />
      <span className="mark-first">{t('product.first')}</span>
      <span className="mark-second">{t('product.second')}</span>
    </Link>
  );
}
