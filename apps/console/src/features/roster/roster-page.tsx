import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { getOnCall, listShifts, planShifts } from '@pledge/contracts/http';
import { Failed, Skeleton, Tag, useApiQuery, useFormat, useNow } from '@pledge/ui';
import { Alert, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useMay } from '../../session/session.js';
import { PageHead, Panel } from '../../ui/primitives.js';
import { ChangeForm } from './change-form.js';
import { HandOverPanel } from './hand-over-panel.js';
import { PlanForm } from './plan-form.js';
import { RosterGrid } from './roster-grid.js';
import type { View } from './stretch.js';
import { dayAfter, dayOf, daysShown, startOf, step } from './stretch.js';

/** Who is on call, now and in the weeks to come, and where nobody is. */
export function RosterPage() {
  const { t } = useTranslation();
  const { short } = useFormat();
  const may = useMay();
  const today = dayOf(useNow());
  const [params, setParams] = useSearchParams();
  const asked = params.get('day') ?? '';
  const day = /^\d{4}-\d\d-\d\d$/u.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const view: View = params.get('view') === 'month' ? 'month' : 'week';
  const days = daysShown(day, view);
  const [first = day, last = day] = [days[0], days.at(-1)];
  const shifts = useApiQuery(
    null,
    listShifts,
    { query: { from: startOf(first), to: startOf(dayAfter(last, 1)) } },
    { keep: true },
  );
  const onCall = useApiQuery(null, getOnCall, {});
  const [changing, setChanging] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);
  const changed = shifts.data?.items.find(({ id }) => id === changing);
  const go = (next: { readonly day?: string; readonly view?: View }) =>
    setParams({ day, view, ...next }, { replace: true });
  const people = [
    ...new Map(
      (shifts.data?.items ?? []).flatMap((shift) => shift.people.map((one) => [one.personId, one] as const)),
    ).values(),
  ];
  const { now, next, nextGap } = onCall.data ?? {};
  return (
    <div className="page">
      <PageHead title={t('roster.title')}>
        <p className="lead">{t('roster.lead')}</p>
      </PageHead>
      {nextGap && (
        <Alert
          className="notice"
          role="alert"
          type="warning"
          showIcon
          title={t('roster.gap', { from: short(nextGap.from), to: short(nextGap.to) })}
          description={t('roster.gap-hint')}
        />
      )}
      <Panel title={t('roster.now')}>
        {onCall.isError && !onCall.data && <Failed error={onCall.error} onRetry={() => void onCall.refetch()} />}
        {onCall.data && (
          <p>
            {now ? (
              <>
                <Tag tone="good">{t(`shift-kind.${now.kind}`)}</Tag>{' '}
                <strong>
                  {now.people.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join(' · ')}
                </strong>{' '}
                <span className="quiet">{t('roster.until', { at: short(now.endsAt) })}</span>
              </>
            ) : (
              <Tag tone="bad">{t('roster.nobody')}</Tag>
            )}
            {next && (
              <span className="quiet under">
                {t('roster.next', { names: next.people.map(({ name }) => name).join(' · '), at: short(next.startsAt) })}
              </span>
            )}
          </p>
        )}
        {now && <HandOverPanel shift={now} next={next ?? null} />}
      </Panel>
      <div className="filters">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('roster.earlier')}
          onClick={() => go({ day: step(day, view, -1) })}
        />
        <Button onClick={() => go({ day: today })}>{t('roster.today')}</Button>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('roster.later')}
          onClick={() => go({ day: step(day, view, 1) })}
        />
        <Segmented
          aria-label={t('roster.view')}
          value={view}
          onChange={(value: View) => go({ view: value })}
          options={[
            { value: 'week', label: t('roster.week') },
            { value: 'month', label: t('roster.month') },
          ]}
        />
      </div>
      {shifts.isPending ? (
        <Skeleton />
      ) : shifts.data ? (
        <RosterGrid
          days={days}
          today={today}
          roster={shifts.data}
          onChange={({ id }) => {
            opener.current = document.activeElement;
            setChanging(id);
          }}
        />
      ) : (
        <Failed error={shifts.error} onRetry={() => void shifts.refetch()} />
      )}
      {changed && (
        <ChangeForm
          key={changed.id}
          shift={changed}
          shifts={shifts.data?.items ?? []}
          people={people}
          onClose={() => {
            setChanging(null);
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
        />
      )}
      {may(planShifts) && <PlanForm people={people} day={day} />}
    </div>
  );
}
