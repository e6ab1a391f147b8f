import { CloudOutlined, ReloadOutlined } from '@ant-design/icons';
import { Problem, Unreachable } from '@pledge/client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Grey lines where the rows will stand; said once to those who listen. */
export function Skeleton({ count = 6 }: { readonly count?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-live="polite">
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="skeleton-line" aria-hidden />
      ))}
    </div>
  );
}

export const PageSkeleton = () => (
  <div className="page">
    <Skeleton count={8} />
  </div>
);

/** Nothing here yet: says so, and what to do first. */
export function Empty({ title, hint, action }: Readonly<{ title: string; hint?: string; action?: ReactNode }>) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  );
}

/** A question failed: what happened, what was kept, what to do. */
export function Failed({ error, onRetry }: Readonly<{ error: Error | null; onRetry: () => void }>) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  const unreachable = error instanceof Unreachable;
  return (
    <div className="empty failed" role="alert">
      <p className="empty-title">{t(unreachable ? 'state.unreachable' : 'state.failed')}</p>
      <p className="empty-hint">
        {error instanceof Problem && error.detail !== '' ? error.detail : t('state.failed-hint')}
      </p>
      <Button icon={<ReloadOutlined aria-hidden />} onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <div className="empty">
        <h1 className="empty-title">{t('state.not-found')}</h1>
        <p className="empty-hint">{t('state.not-found-hint')}</p>
        <Link to="/">{t('state.to-board')}</Link>
      </div>
    </div>
  );
}

interface BrokenProps {
  readonly onRetry: () => void;
  readonly unreachable?: boolean;
  readonly within?: boolean;
}

export function Broken({ onRetry, unreachable = false, within = false }: BrokenProps) {
  const { t } = useTranslation();
  const Around = within ? 'div' : 'main';
  return (
    <Around className="page">
      <div className="empty failed" role="alert">
        <CloudOutlined aria-hidden className="empty-icon" />
        <h1 className="empty-title">{t(unreachable ? 'state.unreachable' : 'state.broken')}</h1>
        <p className="empty-hint">{t(unreachable ? 'state.unreachable-hint' : 'state.broken-hint')}</p>
        <Button type="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </div>
    </Around>
  );
}
