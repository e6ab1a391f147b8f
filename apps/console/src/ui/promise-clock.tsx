import type { PromiseName } from '@pledge/contracts';
import { useFormat, useNow } from '@pledge/ui';
import type { ClockFacts } from '@pledge/ui/time';
import { countdown, stateNow } from '@pledge/ui/time';
import { useTranslation } from 'react-i18next';
import { StateIcon, StateMark } from './state-mark.js';

interface Clock extends ClockFacts {
  readonly promise: PromiseName;
  readonly doneAt: string | null;
  readonly provisional: boolean;
}

function useReading(clock: Clock) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const now = useNow();
  const state = stateNow(clock, now);
  switch (state) {
    case 'running':
    case 'at-risk':
    case 'breached':
      return { state, reading: countdown(Date.parse(clock.dueAt), now, t('time.day-mark')) };
    case 'paused':
      return { state, reading: t('clock.stands-still') };
    case 'kept':
    case 'done-late':
      return { state, reading: clock.doneAt ? short(clock.doneAt) : t(`promise-state.${state}`) };
    case 'void':
      return { state, reading: '—' };
  }
}

/** The clock that matters most, large: what is left, what was promised, until when. */
export function LargeClock({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const { short } = useFormat();
  const { state, reading } = useReading(clock);
  return (
    <div className={`large-clock tone-${state}`}>
      <span className="large-clock-reading">{reading}</span>
      <span className="large-clock-line">
        <StateMark state={state} />
        <span>{t(`promise.${clock.promise}`)}</span>
      </span>
      <span className="large-clock-due">
        {t('clock.due', { at: short(clock.dueAt) })}
        {clock.provisional && <abbr title={t('clock.provisional-hint')}> {t('clock.provisional')}</abbr>}
      </span>
    </div>
  );
}

/** One clock among others: its promise, its sign, what is left or when it was done. */
export function SmallClock({ clock }: { readonly clock: Clock }) {
  const { t } = useTranslation();
  const { full } = useFormat();
  const { state, reading } = useReading(clock);
  return (
    <span className={`small-clock tone-${state}`} title={t('clock.due', { at: full(clock.dueAt) })}>
      <StateIcon state={state} />
      <span className="small-clock-name">{t(`promise.${clock.promise}`)}</span>
      <span className="small-clock-reading">{reading}</span>
    </span>
  );
}
