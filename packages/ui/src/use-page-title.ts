import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser's tab says which page it holds. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('product.title');
  useEffect(() => {
    document.title = `${title} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [title, product]);
}
