import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { speak } from './words.js';

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
      onClick={() => void speak(other)}
    >
      {t('language.other')}
    </Button>
  );
}
