import type { ReplyOf } from '@pledge/contracts';
import type { listShifts, Shift } from '@pledge/contracts/http';
import { cancelShift, changeShift } from '@pledge/contracts/http';
import { CommandNotice, Tag, useCommand, useFormat, useNow } from '@pledge/ui';
import { wallOf } from '@pledge/ui/time';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session/session.js';
import { mayBeChanged } from './changes.js';
import { beginningOn, isNow, partsOn } from './stretch.js';

interface RosterGridProps {
  readonly days: readonly string[];
  readonly today: string;
  readonly roster: ReplyOf<typeof listShifts>;
  readonly onChange: (shift: Shift) => void;
}

const clock = (instant: string) => wallOf(Date.parse(instant)).slice(11);
/** Of what ends with the day. */
const clockAtEnd = (instant: string) => clock(instant).replace('00:00', '24:00');

/** A cell a day, Monday first; on a narrow screen one below the other. */
export function RosterGrid({ days, today, roster, onChange }: RosterGridProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const now = useNow();
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { month: '2-digit', day: '2-digit', timeZone: 'UTC' });
  const cancel = useCommand(cancelShift);
  const onCancel = ({ id, version }: Shift) => cancel.mutate({ input: { params: { shiftId: id } }, ifMatch: version });
  return (
    <>
      <CommandNotice error={cancel.error} />
      <ol className="roster" aria-label={t('roster.title')}>
        {days.map((day) => {
          const told = roster.days.find((one) => one.day === day);
          return (
            <li
              key={day}
              className={`roster-day ${told?.kind ?? ''}`}
              aria-current={day === today ? 'date' : undefined}
            >
              <p className="roster-date">
                <strong>{date.format(Date.parse(day))}</strong> {weekday.format(Date.parse(day))}{' '}
                {told && told.kind !== 'working' && (
                  <Tag tone={told.kind === 'make-up' ? 'warn' : 'info'}>
                    {(language === 'zh' && told.name) || t(`day-kind.${told.kind}`)}
                  </Tag>
                )}
              </p>
              {beginningOn(roster.items, day).map((shift) => (
                <ShiftCard
                  key={shift.id}
                  shift={shift}
                  onCancel={() => onCancel(shift)}
                  onChange={() => onChange(shift)}
                />
              ))}
              {partsOn(roster.gaps, day).map(({ from, to }) => (
                <p key={from} className={`shift gap ${Date.parse(to) <= now ? 'past' : ''}`}>
                  <strong>{t('roster.nobody')}</strong>
                  <span className="under">
                    {clock(from)}–{clockAtEnd(to)}
                  </span>
                </p>
              ))}
            </li>
          );
        })}
      </ol>
    </>
  );
}

interface ShiftCardProps {
  readonly shift: Shift;
  readonly onCancel: () => void;
  readonly onChange: () => void;
}

function ShiftCard({ shift, onCancel, onChange }: ShiftCardProps) {
  const { t } = useTranslation();
  const may = useMay();
  const now = useNow();
  const { short } = useFormat();
  const { kind, startsAt, endsAt, people, handedOver, changed } = shift;
  return (
    <div className={`shift ${kind} ${isNow(shift, now) ? 'now' : ''}`}>
      <span className="shift-time">
        {t(`shift-kind.${kind}`)} {clock(startsAt)}–{clock(endsAt)}
      </span>
      <span className="under">{people.map(({ name }) => name).join(' · ')}</span>
      {handedOver && (
        <span className="quiet under">
          {t('roster.handed', { to: handedOver.to.name, count: handedOver.openCount })}
        </span>
      )}
      {changed && (
        <span className="shift-why under">
          {t(changed.swapped ? 'roster.swapped-by' : 'roster.changed-by', {
            name: changed.by.name,
            at: short(changed.at),
          })}
          {changed.reason !== null && <span className="under">{changed.reason}</span>}
        </span>
      )}
      {may(changeShift) && mayBeChanged(shift, now) && (
        <Button
          size="small"
          type="text"
          aria-label={`${t('roster.change')} ${clock(startsAt)} ${people[0]?.name ?? ''}`}
          onClick={onChange}
        >
          {t('roster.change')}
        </Button>
      )}
      {may(cancelShift) && Date.parse(startsAt) > now && (
        <Popconfirm title={t('roster.cancel-sure')} onConfirm={onCancel}>
          <Button
            size="small"
            type="text"
            aria-label={`${t('roster.cancel')} ${clock(startsAt)} ${people[0]?.name ?? ''}`}
          >
            {t('roster.cancel')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}
