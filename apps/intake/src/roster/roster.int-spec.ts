import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerIdentity, Role } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import { messagingMigrations, startTimers } from '@pledge/messaging';
import { workCalendar } from '@pledge/promises';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { seedRoster } from '../seed.js';
import { rosterIn } from './roster.commands.js';
import { openMatters, shiftFound, shiftsIn, shownTo } from './roster.query.js';
import type { PlannedShift } from './shift.js';
import { gapsIn, instantOf } from './stretch.js';
import { rosterTimer } from './watch.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const roster = () => rosterIn(db().dataSource);
const cause = (change: Partial<Cause> = {}): Cause => ({ by: 'person:xie', key: newId(), wantsView: true, ...change });

const lin = { personId: 'lin', name: '林小雨', phone: '13900010001' };
const xu = { personId: 'xu', name: '许婷婷', phone: null };
const xie = { personId: 'xie', name: '谢敏' };
let now: number;
beforeEach(() => {
  now = Math.floor(Date.now() / 60_000) * 60_000;
});
const hours = (from: number) => instantOf(now + from * 3_600_000);
const made = (from: number, to: number, ...people: PlannedShift['people']): PlannedShift => ({
  shiftId: newId(),
  kind: 'day',
  startsAt: hours(from),
  endsAt: hours(to),
  people,
});
const plan = (...shifts: PlannedShift[]) => roster().plan(newId(), { type: 'plan', shifts }, cause());
const saidGaps = () =>
  db().dataSource.query<{ data: { from: string; to: string } }[]>(
    `select data from journal where type = 'intake.roster-gap-ahead.v1' order by seq`,
  );
const envelope = (needs: string, minutesAgo: number) =>
  manager().query(
    `insert into envelope (envelope_id, channel, source, status, needs, received_at, stored_at, due_at, sender, text, found, version)
     values ($1, 'hotline', 'line', 'waiting', $2, $3, $3, $3::timestamptz + interval '1 hour', '{"name": "王敏"}', '', '{}', 1)`,
    [newId(), needs, instantOf(Date.now() - minutesAgo * 60_000)],
  );

describe('the roster', () => {
  it('is planned all or none', async () => {
    const { view } = await plan(made(-1, 8, lin), made(8, 20, xu));
    expect(view.items.map(({ people, version }) => [people[0]?.name, version])).toEqual([
      ['林小雨', 1],
      ['许婷婷', 1],
    ]);
    await expect(plan(made(20, 30, lin), made(19, 21, xu))).rejects.toMatchObject({
      code: 'person-in-two-shifts',
      pointer: '/shifts/1/people/0',
    });
    expect(await shiftsIn(manager(), { from: hours(-2), to: hours(40) })).toHaveLength(2);
  });

  it('of two who plan the same person at once takes one', async () => {
    const both = await Promise.allSettled([plan(made(1, 8, lin)), plan(made(7, 12, lin))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await shiftsIn(manager(), { from: hours(0), to: hours(40) })).toHaveLength(1);
  });

  it('asked twice with one key plans once', async () => {
    const twice = cause();
    const shifts = [made(1, 8, lin)];
    const first = await roster().plan(newId(), { type: 'plan', shifts }, twice);
    const again = await roster().plan(newId(), { type: 'plan', shifts }, twice);
    expect(again.view).toEqual(first.view);
    expect(await shiftsIn(manager(), { from: hours(0), to: hours(40) })).toHaveLength(1);
  });

  it('shows what a cancelled shift leaves open, and is not changed by who has not seen the latest', async () => {
    const shifts = [made(-1, 8, lin), made(8, 20, xu)];
    await plan(...shifts);
    const [first, second] = shifts;
    const { shiftId: _, ...to } = { ...second!, endsAt: hours(22) };
    await roster().handle(second!.shiftId, { type: 'change', by: xie, shiftId: second!.shiftId, plan: to }, cause());
    await expect(
      roster().handle(
        second!.shiftId,
        { type: 'change', by: xie, shiftId: second!.shiftId, plan: to },
        cause({ expectedVersion: 1 }),
      ),
    ).rejects.toMatchObject({ name: 'StaleVersion', view: { version: 2, endsAt: hours(22) } });
    await roster().handle(first!.shiftId, { type: 'cancel', shiftId: first!.shiftId }, cause());
    expect(await shiftFound(manager(), first!.shiftId)).toBeNull();
    const stretch = { from: hours(0), to: hours(22) };
    expect(gapsIn(stretch, await shiftsIn(manager(), stretch))).toEqual([{ from: hours(0), to: hours(8) }]);
  });
});

describe('two shifts', () => {
  const swap = (
    first: PlannedShift,
    second: PlannedShift,
    { versions = [1, 1], ask = cause() }: { versions?: readonly [number, number]; ask?: Cause } = {},
  ) =>
    roster().swap(
      newId(),
      {
        ...{ type: 'swap', by: xie, reason: '许婷婷家中有事' },
        first: { shiftId: first.shiftId, version: versions[0] },
        second: { shiftId: second.shiftId, version: versions[1] },
      },
      ask,
    );
  const names = async () =>
    (await shiftsIn(manager(), { from: hours(-2), to: hours(40) })).map(({ people, version }) => [
      people[0]?.name,
      version,
    ]);

  it('are swapped at once, once, and say who did it, when and why', async () => {
    const shifts = [made(1, 8, lin), made(8, 20, xu)] as const;
    await plan(...shifts);
    const ask = cause();
    const first = await swap(...shifts, { ask });
    expect(await swap(...shifts, { ask })).toMatchObject({ view: first.view, repeated: true });
    expect(await names()).toEqual([
      ['许婷婷', 2],
      ['林小雨', 2],
    ]);
    const changed = { by: xie, reason: '许婷婷家中有事', swapped: true, at: expect.any(String) };
    expect(first.view.items).toMatchObject([{ changed }, { changed }]);
  });
  it('stay as they are where the swap would put one person into two places at once', async () => {
    const shifts = [made(1, 8, lin), made(8, 20, xu)] as const;
    await plan(...shifts, made(5, 8, xu));
    await expect(swap(...shifts)).rejects.toMatchObject({ code: 'person-in-two-shifts' });
    expect(await names()).toEqual([
      ['林小雨', 1],
      ['许婷婷', 1],
      ['许婷婷', 1],
    ]);
  });
  it('are swapped by one of two who do it at once', async () => {
    const shifts = [made(1, 8, lin), made(8, 20, xu)] as const;
    await plan(...shifts);
    const both = await Promise.allSettled([swap(...shifts), swap(shifts[1], shifts[0])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await names())[0]).toEqual(['许婷婷', 2]);
  });
  it('that were changed keep the last why through a hand-over', async () => {
    const [one, two] = [made(-1, 8, lin), made(8, 20, xu)] as const;
    await plan(one, two);
    const { shiftId, ...to } = { ...one, endsAt: hours(7) };
    await roster().handle(shiftId, { type: 'change', by: xie, shiftId, plan: to, reason: '早走' }, cause());
    const ask = { type: 'hand-over', shiftId, by: lin, toPersonId: 'xu', note: null } as const;
    const { view } = await roster().handle(shiftId, ask, cause());
    expect(view).toMatchObject({ handedOver: { by: { name: '林小雨' } }, changed: { by: xie, reason: '早走' } });
  });
});

describe('a hand-over', () => {
  it('lists and counts what is open, and says who took it', async () => {
    await envelope('sorting', 90);
    await envelope('call-back', 10);
    const shifts = [made(-1, 8, lin), made(8, 20, xu)];
    await plan(...shifts);
    const [{ shiftId } = { shiftId: '' }] = shifts;
    const ask = { type: 'hand-over', shiftId, by: lin, toPersonId: 'xu', note: '医院等回电' } as const;
    const { view, events } = await roster().handle(shiftId, ask, cause());
    expect(view?.handedOver).toMatchObject({
      by: { name: '林小雨' },
      to: { name: '许婷婷' },
      openCount: 2,
      note: '医院等回电',
    });
    expect(view?.handedOver?.open.map(({ type, who, overdue }) => [type, who, overdue])).toEqual([
      ['envelope', '王敏', true],
      ['call-back', '王敏', false],
    ]);
    expect(events[0]).toMatchObject({ type: 'intake.shift-handed-over.v1', data: { openCount: 2 } });
    await expect(roster().handle(shiftId, ask, cause())).rejects.toMatchObject({ code: 'shift-handed-over' });
  });

  it('is not slow or cut short where much is open: all are counted, two hundred are listed', async () => {
    await manager().query(
      `insert into envelope (envelope_id, channel, source, source_key, status, needs, received_at, stored_at, due_at, sender, text, found, version)
       select gen_random_uuid(), 'email', 'box', n::text, 'waiting', 'sorting', now(), now(), now(), '{}', '', '{}', 1 from generate_series(1, 250) n`,
    );
    const { items, count } = await openMatters(manager());
    expect([items.length, count]).toEqual([200, 250]);
  });
});

describe('gaps ahead', () => {
  it('are said once, when a timer looks, also when it looks again', async () => {
    await plan(made(-1, 8, lin), made(12, 24, xu), made(24, 48, lin), made(48, 72, xu), made(72, 96, lin));
    const running = startTimers(db().dataSource, { [rosterTimer]: (_ref, _at, by) => roster().look(by) });
    try {
      await eventually(async () => (await saidGaps()).length === 1);
      await roster().look({ by: 'timer:roster-look', key: newId() });
      await roster().look({ by: 'timer:roster-look', key: newId() });
      expect((await saidGaps()).map(({ data }) => [data.from, data.to])).toEqual([[hours(8), hours(12)]]);
      await plan(made(8, 12, xu));
      const [late] = await shiftsIn(manager(), { from: hours(12.5), to: hours(13) });
      await roster().handle(late!.id, { type: 'cancel', shiftId: late!.id }, cause());
      await eventually(async () => (await saidGaps()).length === 2);
      expect((await saidGaps())[1]?.data).toMatchObject({ from: hours(12), to: hours(24) });
    } finally {
      await running.stop();
    }
  });

  it('of the demo is one, within the three weeks, and a second start changes nothing', async () => {
    const calendar = workCalendar({ timeZone: 'Asia/Shanghai' });
    await seedRoster(db().dataSource, roster(), calendar);
    await seedRoster(db().dataSource, roster(), calendar);
    const stretch = { from: hours(0), to: hours(20 * 24) };
    const shifts = await shiftsIn(manager(), stretch);
    expect(shifts.length).toBeGreaterThan(38);
    expect(gapsIn(stretch, shifts)).toHaveLength(1);
    await roster().look({ by: 'timer:roster-look', key: newId() });
    expect(await saidGaps()).toHaveLength(1);
  });
});

it('phones are shown to who calls them, and to no customer', async () => {
  const { view } = await plan(made(-1, 8, lin));
  const [one] = view.items;
  const as = (role: Role, customerId: string | null = null): CallerIdentity => ({
    ...{ personId: 'p', name: 'p', role, roles: [role], department: null, customerId, language: 'zh' },
  });
  const phone = (caller: CallerIdentity) => shownTo(one!, caller).people[0]?.phone;
  expect([phone(as('agent')), phone(as('storekeeper')), phone(as('customer-contact', newId()))]).toEqual([
    '13900010001',
    '139****0001',
    null,
  ]);
});
