import { Problem } from '@pledge/client';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { isUnanswered } from '../api/unanswered.js';
import { changesBetween } from './changes.js';

interface CommandNoticeProps {
  readonly error: Error | null;
  /** The record as it was when the person pressed the button, and as it is now. */
  readonly seen?: object | null;
  readonly now?: object | null;
}

const isConflict = (error: Error) => error instanceof Problem && (error.status === 412 || error.status === 409);

/** Why a command was not done: what happened, what was kept, what to do. */
export function CommandNotice({ error, seen = null, now = null }: CommandNoticeProps) {
  const { t, i18n } = useTranslation();
  if (!error) return null;
  if (isUnanswered(error)) {
    const what = error instanceof Problem ? 'away' : navigator.onLine ? 'unreachable' : 'offline';
    return (
      <Alert
        className="notice"
        role="alert"
        type="warning"
        showIcon
        title={t(`problem.${what}`)}
        description={t('problem.unreachable-hint')}
      />
    );
  }
  const detail = error instanceof Problem && error.detail !== '' ? error.detail : t('problem.unknown');
  if (!isConflict(error)) {
    const fields = error instanceof Problem ? error.errors : [];
    return (
      <Alert
        className="notice"
        role="alert"
        type="error"
        showIcon
        title={t('problem.refused')}
        description={
          <>
            <p>{detail}</p>
            {fields.length > 0 && (
              <ul>
                {fields.map(({ pointer, detail: what }) => (
                  <li key={pointer + what}>
                    <code>{pointer}</code> {what}
                  </li>
                ))}
              </ul>
            )}
          </>
        }
      />
    );
  }
  const changed = seen && now ? changesBetween(seen, now).filter((name) => i18n.exists(`field.${name}`)) : [];
  const stale = error instanceof Problem && error.status === 412;
  return (
    <Alert
      className="notice"
      role="alert"
      type="warning"
      showIcon
      title={t(stale ? 'problem.stale' : 'problem.conflict')}
      description={
        <>
          <p>{detail}</p>
          {changed.length > 0 && (
            <p>
              {t('problem.changed', { fields: changed.map((name) => t(`field.${name}`)).join(t('punctuation.comma')) })}
            </p>
          )}
          <p>{t('problem.reloaded')}</p>
        </>
      }
    />
  );
}
