import type { Channel } from '@pledge/contracts';
import type { listShifts, ReplyOf } from '@pledge/contracts/http';
import type { DayKind, WorkCalendar } from '@pledge/promises';
import { dayAfter, dayAt } from '@pledge/promises';
import type { Stretch } from './stretch.js';
import { ms } from './stretch.js';

type RosterDay = ReplyOf<typeof listShifts>['days'][number];

const kinds: Readonly<Record<DayKind['kind'], RosterDay['kind']>> = {
  'working-day': 'working',
  'make-up-day': 'make-up',
  weekend: 'weekend',
  'statutory-holiday': 'holiday',
  'company-closure': 'holiday',
};

/** The days that a stretch touches, as the statutory calendar has them. */
export function daysOf({ from, to }: Stretch, calendar: WorkCalendar): RosterDay[] {
  const days: RosterDay[] = [];
  const last = dayAt(ms(to) - 1, calendar.timeZone);
  for (let day = dayAt(ms(from), calendar.timeZone); day <= last; day = dayAfter(day)) {
    const { kind, name } = calendar.dayKind(day);
    days.push({ day, kind: kinds[kind], name });
  }
  return days;
}

/** Whether the night and holiday hotline takes calls at a moment: outside working hours, and on days off. */
export function isNight(at: string, calendar: WorkCalendar): boolean {
  const day = dayAt(ms(at), calendar.timeZone);
  const { from, to } = calendar.hoursOn(day);
  return !calendar.isWorkingDay(day) || ms(at) < from || ms(at) >= to;
}

export const hotlineAt = (at: string, calendar: WorkCalendar): Extract<Channel, 'hotline' | 'night-hotline'> =>
  isNight(at, calendar) ? 'night-hotline' : 'hotline';
