import { Tag, useNow } from '@pledge/ui';
import { countdown } from '@pledge/ui/time';
import { useTranslation } from 'react-i18next';

/** How long there is for something, or since when it is over. */
export function DueTag({ at, word }: Readonly<{ at: string; word: string }>) {
  const { t } = useTranslation();
  const now = useNow();
  const due = Date.parse(at);
  return (
    <Tag tone={due < now ? 'bad' : 'warn'}>
      {word} <span className="clock-text">{countdown(due, now, t('time.day-mark'))}</span>
    </Tag>
  );
}
