import type { Standing } from '@pledge/contracts/http';
import { getStanding } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useFormat, usePages, useSettled } from '@pledge/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { eventWord } from '../../ui/event-word.js';
import { DepartmentMark, Panel } from '../../ui/primitives.js';
import { looksLikePhone } from './title.js';

interface StandingPanelProps {
  readonly customerId: string | undefined;
  readonly phone: string | undefined;
  readonly about: string | undefined;
  readonly onAbout: (one: Standing) => void;
}

/** Where everything of the caller's stands, to be read out while they listen. */
export function StandingPanel({ customerId, phone = '', about, onAbout }: StandingPanelProps) {
  const { t } = useTranslation();
  const typed = useSettled(phone.trim());
  const dialled = looksLikePhone(typed) ? typed : undefined;
  const known = Boolean(customerId ?? dialled);
  const found = usePages(
    null,
    getStanding,
    (cursor) => ({ query: { customerId, phone: dialled, cursor, limit: 10 } }),
    { enabled: known },
  );
  const items = known ? (found.data?.pages.flatMap((page) => page.items) ?? []) : [];
  return (
    <Panel title={t('standing.title')} className="standing">
      {!known ? (
        <p className="quiet">{t('standing.who')}</p>
      ) : found.isPending ? (
        <Skeleton count={3} />
      ) : found.isError && !found.data ? (
        <Failed error={found.error} onRetry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <p className="quiet">{t('standing.none')}</p>
      ) : (
        <ul className="card-list">
          {items.map((one) => (
            <StandingLine key={one.id} one={one} chosen={one.id === about} onAbout={onAbout} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('action.more')}
        </Button>
      )}
    </Panel>
  );
}

interface StandingLineProps {
  readonly one: Standing;
  readonly chosen: boolean;
  readonly onAbout: (one: Standing) => void;
}

function StandingLine({ one, chosen, onAbout }: StandingLineProps) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const { id, number, kind, status, subject, siteName, receivedAt, holder, waitingFor, nextPromise, last } = one;
  const late = nextPromise?.state === 'breached';
  const ask = t(chosen ? 'standing.about-this' : 'standing.about');
  return (
    <li className="standing-line">
      <p>
        <Link to={`/requests/${id}`} className="number">
          {number}
        </Link>{' '}
        <Tag tone={waitingFor === null ? 'good' : 'info'}>{t(`request-status.${status}`)}</Tag>{' '}
        <strong>{subject}</strong>
      </p>
      <p>
        {holder ? <DepartmentMark department={holder.department} /> : null}
        {waitingFor && <span>{t(`standing.waits-${waitingFor}`)}</span>}
        {nextPromise && (
          <Tag tone={late ? 'bad' : 'calm'}>
            {t('standing.by', { promise: t(`promise.${nextPromise.promise}`), at: short(nextPromise.dueAt) })}
          </Tag>
        )}
      </p>
      <p className="quiet">
        {t(`kind.${kind}`)} · {t('standing.since', { at: short(receivedAt) })}
        {siteName && ` · ${siteName}`}
        {last && ` · ${t('standing.last', { what: t(eventWord(last.type)), at: short(last.at) })}`}
      </p>
      <Button size="small" aria-pressed={chosen} aria-label={`${ask} ${number}`} onClick={() => onAbout(one)}>
        {ask}
      </Button>
    </li>
  );
}
