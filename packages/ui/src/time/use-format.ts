import { useTranslation } from 'react-i18next';
import { durationOf, fullTime, shortTime } from './format.js';

/** Times and spans in the language of the screen. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const span = (ms: number): string => {
    const { days, hours, minutes, seconds } = durationOf(ms);
    if (days > 0) return t('time.days-hours', { days, hours });
    if (hours > 0) return t('time.hours-minutes', { hours, minutes });
    if (minutes > 0) return t('time.minutes', { minutes });
    return t('time.seconds', { seconds });
  };
  return {
    language: language === 'en' ? ('en' as const) : ('zh' as const),
    short: (instant: string) => shortTime(instant, language),
    full: (instant: string) => fullTime(instant, language),
    span,
  };
}
