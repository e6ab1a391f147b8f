import { Controller } from '@nestjs/common';
import type { CallerIdentity } from '@pledge/contracts';
import type { InputOf } from '@pledge/contracts/http';
import {
  cancelShift,
  changeShift,
  getOnCall,
  handOverShift,
  listOpenMatters,
  listShifts,
  planShifts,
  swapShifts,
} from '@pledge/contracts/http';
import type { Cause } from '@pledge/messaging';
import { AskedBy, Caller, Input, NotFound, Serves } from '@pledge/service-host';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Calendar } from '../calendar.js';
import { daysOf, isNight } from './days.js';
import { Roster } from './roster.commands.js';
import { openMatters, shiftOf, shiftsIn, shownTo } from './roster.query.js';
import type { Planned } from './shift.js';
import { nextAfter, onCallAt } from './shift.js';
import { gapsIn, instantOf, ms } from './stretch.js';

type ShiftBody = InputOf<typeof planShifts>['body']['shifts'][number];

const lookAheadMs = 30 * 24 * 3_600_000;

@Controller()
export class RosterController {
  constructor(
    private readonly roster: Roster,
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Serves(listShifts)
  async list(@Input() { query }: InputOf<typeof listShifts>, @Caller() caller: CallerIdentity) {
    const stretch = { from: utc(query.from), to: utc(query.to) };
    const items = await shiftsIn(this.db.manager, stretch);
    return {
      items: items.map((shift) => shownTo(shift, caller)),
      gaps: gapsIn(stretch, items),
      days: daysOf(stretch, this.calendar.work),
    };
  }

  @Serves(getOnCall)
  async onCall(@Caller() caller: CallerIdentity) {
    const now = new Date().toISOString();
    const stretch = { from: now, to: instantOf(ms(now) + lookAheadMs) };
    const shifts = await shiftsIn(this.db.manager, stretch);
    const [current, next] = [onCallAt(shifts, now), nextAfter(shifts, now)];
    return {
      now: current ? shownTo(current, caller) : null,
      next: next ? shownTo(next, caller) : null,
      nextGap: gapsIn(stretch, shifts)[0] ?? null,
      night: isNight(now, this.calendar.work),
    };
  }

  @Serves(listOpenMatters)
  open() {
    return openMatters(this.db.manager);
  }

  @Serves(planShifts)
  plan(@Input() { body }: InputOf<typeof planShifts>, @AskedBy() cause: Cause) {
    const shifts = body.shifts.map((asked) => ({ shiftId: newId(), ...planned(asked) }));
    return this.roster.plan(newId(), { type: 'plan', shifts }, cause);
  }

  @Serves(changeShift)
  async change(
    @Input() { params: { shiftId }, body }: InputOf<typeof changeShift>,
    @Caller() { personId, name }: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    await shiftOf(this.db.manager, shiftId);
    const why = body.reason ? { reason: body.reason } : {};
    const asked = { type: 'change', shiftId, by: { personId, name }, plan: planned(body), ...why } as const;
    const { view } = await this.roster.handle(shiftId, asked, cause);
    return present(view);
  }

  @Serves(swapShifts)
  async swap(
    @Input() { params: { shiftId }, body }: InputOf<typeof swapShifts>,
    @Caller() { personId, name }: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    await shiftOf(this.db.manager, shiftId);
    const { version, withShiftId, withVersion, reason } = body;
    const first = { shiftId, version };
    const second = { shiftId: withShiftId, version: withVersion };
    const asked = { type: 'swap', by: { personId, name }, reason, first, second } as const;
    return this.roster.swap(newId(), asked, cause);
  }

  @Serves(cancelShift)
  async cancel(@Input() { params: { shiftId } }: InputOf<typeof cancelShift>, @AskedBy() cause: Cause) {
    const { events } = await this.roster.handle(shiftId, { type: 'cancel', shiftId }, cause);
    const cancelled = events.find((event) => event.type === 'shift-cancelled');
    if (!cancelled) throw new NotFound();
    const { startsAt: from, endsAt: to } = cancelled.data;
    return { cancelled: true as const, gaps: gapsIn({ from, to }, await shiftsIn(this.db.manager, { from, to })) };
  }

  @Serves(handOverShift)
  async handOver(
    @Input() { params: { shiftId }, body }: InputOf<typeof handOverShift>,
    @Caller() { personId, name }: CallerIdentity,
    @AskedBy() cause: Cause,
  ) {
    await shiftOf(this.db.manager, shiftId);
    const { toPersonId, note = null } = body;
    const by = { personId, name };
    const { view } = await this.roster.handle(shiftId, { type: 'hand-over', shiftId, by, toPersonId, note }, cause);
    return present(view);
  }
}

const utc = (instant: string): string => instantOf(ms(instant));

const planned = ({ kind, startsAt, endsAt, people }: ShiftBody): Planned => ({
  kind,
  startsAt: utc(startsAt),
  endsAt: utc(endsAt),
  people: people.map(({ personId, name, phone }) => ({ personId, name, phone: phone ?? null })),
});

/** @throws {NotFound} where it was taken out of the roster meanwhile */
function present<Shift>(view: Shift | null): Shift {
  if (view === null) throw new NotFound();
  return view;
}
