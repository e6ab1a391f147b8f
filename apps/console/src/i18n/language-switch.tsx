import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from './i18n.js';

/** Names the other language in that language, as its readers look for it. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'zh' : 'en';
  return (
    <Button
      type="text"
      size="small"
      className="on-dark"
      lang={t('language.other-tag')}
      onClick={() => void changeLanguage(other)}
    >
      {t('language.other')}
    </Button>
  );
}
