import { randomBytes } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { DemoReport } from '@pledge/demo';
import { demoPeople, demoReports } from '@pledge/demo';
import { Refusal } from '@pledge/kernel';
import type { WorkCalendar } from '@pledge/promises';
import { dayAfter, dayAt, momentAt } from '@pledge/promises';
import type { DataSource } from 'typeorm';
import { v5 as idOf, v7 as newId } from 'uuid';
import type { Requests } from './requests/requests.commands.js';
import type { Roster } from './roster/roster.commands.js';

const namespace = '6f1f3a52-5b0a-4c8e-9a57-0d3c1b2f4e60';
/** How long the archive's first announcements may take to arrive. */
const patienceMs = 300_000;

/** Tells the hotline of the demo's faults as soon as intake knows the places; at a second start they are there. */
export async function seedReports(requests: Requests, calendar: WorkCalendar, end: AbortSignal): Promise<void> {
  const agent = demoPeople.find(({ role }) => role === 'agent');
  for (const report of demoReports) {
    const part = (name: string) => idOf(`${report.equipmentId}/${name}`, namespace);
    const requestId = part('request');
    await whenKnown(
      () => requests.handle(requestId, receiving(report, requestId, part, calendar), { by: 'demo', key: requestId }),
      end,
    );
    if (report.answer === null || !agent) continue;
    const by = { personId: agent.personId, name: agent.name };
    const respond = { type: 'respond', requestId, by, text: report.answer } as const;
    await requests.handle(requestId, respond, { by: 'demo', key: part('answer') });
  }
}

function receiving(report: DemoReport, requestId: string, part: (name: string) => string, calendar: WorkCalendar) {
  const { equipmentId, customerId, siteId, reportedBy, minutesAgo } = report;
  return {
    type: 'receive',
    requestId,
    report: {
      kind: 'fault',
      language: 'zh',
      channel: 'hotline',
      reportedBy: { ...reportedBy, email: null },
      receivedAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      description: report.description,
      nature: report.nature,
      category: report.category,
      location: report.location,
      impact: report.impact,
      measuresTaken: report.measuresTaken,
    },
    reportedBy: { ...reportedBy, email: null },
    recordedBy: null,
    place: { customerId, siteId, equipmentId },
    ids: {
      promiseIds: [part('respond'), part('arrive'), part('resolve')],
      handOffId: part('hand-off'),
      publicToken: randomBytes(24).toString('base64url'),
      envelopeId: part('envelope'),
    },
    calendar,
  } as const;
}

async function whenKnown(attempt: () => Promise<unknown>, end: AbortSignal): Promise<void> {
  for (const until = Date.now() + patienceMs; !end.aborted;) {
    try {
      await attempt();
      return;
    } catch (failure) {
      const unknownYet = failure instanceof Refusal && String(failure.code).endsWith('-unknown');
      if (!unknownYet || Date.now() > until) throw failure;
    }
    await rest(500);
  }
}

const rosterDays = 21;
/** Nobody was found for this night yet: the supervisor is told of it. */
const gapOnDay = 2;

/** Three weeks of days and nights; where shifts are to come already, they are as people left them. */
export async function seedRoster(db: DataSource, roster: Roster, calendar: WorkCalendar): Promise<void> {
  const { timeZone } = calendar;
  const now = Date.now();
  const coming = await db.query<unknown[]>(`select 1 from shift where ends_at > clock_timestamp() limit 1`);
  const people = demoPeople
    .filter(({ role, department }) => department === 'intake' && (role === 'agent' || role === 'seat-supervisor'))
    .map(({ personId, name }, index) => ({ personId, name, phone: `1390001000${String(index)}` }));
  if (coming.length > 0 || people.length === 0) return;
  const today = dayAt(now, timeZone);
  const turn = (count: number) => people.map((_, index) => people[(count + index) % people.length]).slice(0, 2);
  const shifts = Array.from({ length: rosterDays + 1 }, (_, index) => index - 1).flatMap((index) => {
    const [day, next] = [dayAfter(today, index), dayAfter(today, index + 1)];
    const [morning, evening] = [momentAt(day, '08:00', timeZone), momentAt(day, '20:00', timeZone)];
    const whole = { day: calendar.isWorkingDay(day) ? 'day' : 'holiday', night: 'night' } as const;
    return [
      { kind: whole.day, startsAt: morning, endsAt: evening, people: turn(2 * (index + 1)) },
      ...(index === gapOnDay
        ? []
        : [
            {
              kind: whole.night,
              startsAt: evening,
              endsAt: momentAt(next, '08:00', timeZone),
              people: turn(2 * index + 3),
            },
          ]),
    ];
  });
  const planned = shifts
    .filter(({ endsAt }) => endsAt > now)
    .map(({ kind, startsAt, endsAt, people: those }) => ({
      shiftId: newId(),
      kind,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      people: those.filter((one) => one !== undefined),
    }));
  await roster.plan(newId(), { type: 'plan', shifts: planned }, { by: 'demo', key: `roster/${today}` });
}
