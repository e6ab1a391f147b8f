import { useTranslation } from 'react-i18next';
import { countdown } from './clock.js';
import { Tag } from './primitives.js';
import { useNow } from './use-now.js';

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
