import { describe, expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { setTimeout as rest } from 'node:timers/promises';
import { intakeMigrations } from '../migrations/index.js';
import { receiving, somewhere } from '../requests/reports.testbed.js';
import { requestsIn } from '../requests/requests.commands.js';
import { balanceOf, closeDays } from './balance.query.js';
import type { Contents } from './envelope.js';
import { envelopesIn } from './envelopes.commands.js';
import { by } from '../desk/agent.testbed.js';
import { cause, storing, totalsOf } from './envelopes.testbed.js';

const db = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });
const manager = () => db().dataSource.manager;
const envelopes = () => envelopesIn(db().dataSource);
const requests = () => requestsIn(db().dataSource, 'Asia/Shanghai');
const stored = (change: Partial<Contents> = {}) => storing(db().dataSource, change);
const totals = () => totalsOf(manager());
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

const reject = (envelopeId: string) =>
  envelopes().handle(envelopeId, { type: 'reject', envelopeId, reason: 'bounce', note: null, by }, cause());
/** A mail of so many days ago, and what became of it. */
const rejectedOn = async (days: number, change: Partial<Contents> = {}) => {
  const envelopeId = await stored({ receivedAt: daysAgo(days), ...change });
  await reject(envelopeId);
  return envelopeId;
};
const closed = async () => {
  await closeDays(manager());
  const rows = await manager().query<{ day: string }[]>('select day::text from closed_day order by day');
  return rows.map(({ day }) => day);
};
const dayOf = (instant: string) => instant.slice(0, 10);

describe('inbound accounting', () => {
  it('holds for reports, mails, joins and rejections together, by channel', async () => {
    const place = await somewhere(manager());
    const { view } = await requests().handle(...receiving(place), cause());
    await requests().handle(...receiving(place, { channel: 'fax' }), cause());
    const [first, second] = [await stored(), await stored()];
    await stored({ receivedAt: new Date(Date.now() - 2 * 3_600_000).toISOString() });
    await envelopes().handle(first, { type: 'join', envelopeId: first, requestId: view.id, by }, cause());
    await envelopes().handle(second, { type: 'reject', envelopeId: second, reason: 'bounce', note: null, by }, cause());
    const balance = await balanceOf(manager(), {});
    expect(balance.total).toEqual({ in: 5, newRequest: 1, joined: 2, rejected: 1, waiting: 1 });
    expect(balance).toMatchObject({ difference: 0, overdue: 1 });
    expect(balance.channels.map(({ channel, in: came }) => [channel, came])).toEqual([
      ['email', 3],
      ['fax', 1],
      ['hotline', 1],
    ]);
  });

  it('notices an outcome that is lost', async () => {
    const envelopeId = await stored();
    await envelopes().handle(envelopeId, { type: 'reject', envelopeId, reason: 'bounce', note: null, by }, cause());
    await manager().query('delete from envelope_outcome');
    expect((await totals()).difference).toBe(1);
  });
});

describe('a day in which nothing waits any more', () => {
  it('is closed when it is some days ago, and the balance is what it was, also of a part of the time', async () => {
    await rejectedOn(9);
    await rejectedOn(9, { channel: 'fax' });
    await rejectedOn(7.5);
    await stored({ receivedAt: daysAgo(6) });
    await rejectedOn(1);
    const asked = [{}, { from: daysAgo(8) }, { from: daysAgo(9.2), to: daysAgo(7.5) }, { to: daysAgo(6) }];
    const counts = async () =>
      (await Promise.all(asked.map((between) => balanceOf(manager(), between)))).map(
        ({ countedAt: _, ...rest }) => rest,
      );
    const before = await counts();
    const days = await closed();
    expect(days).toContain(dayOf(daysAgo(9)));
    expect(days).not.toContain(dayOf(daysAgo(6)));
    expect(days).not.toContain(dayOf(daysAgo(1)));
    expect(await counts()).toEqual(before);
    expect(before[0]?.total).toEqual({ in: 5, newRequest: 0, joined: 0, rejected: 4, waiting: 1 });
  });

  it('is counted again when something of it comes late, and closed again when that is settled', async () => {
    await rejectedOn(9);
    await closed();
    const late = await stored({ receivedAt: daysAgo(9) });
    expect(await totals()).toMatchObject({ in: 2, rejected: 1, waiting: 1, difference: 0 });
    expect(await closed()).not.toContain(dayOf(daysAgo(9)));
    await reject(late);
    expect(await totals()).toMatchObject({ in: 2, rejected: 2, waiting: 0, difference: 0 });
    expect(await closed()).toContain(dayOf(daysAgo(9)));
    expect(await totals()).toMatchObject({ in: 2, rejected: 2, waiting: 0, difference: 0 });
  });

  it('hides nothing that is lost or changed afterwards', async () => {
    const [first, second] = [await rejectedOn(9), await rejectedOn(8)];
    const place = await somewhere(manager());
    const { view } = await requests().handle(...receiving(place), cause());
    const joined = await stored({ receivedAt: daysAgo(7) });
    await envelopes().handle(joined, { type: 'join', envelopeId: joined, requestId: view.id, by }, cause());
    expect(await closed()).toContain(dayOf(daysAgo(7)));
    await manager().query('delete from envelope_outcome where envelope_id = $1', [first]);
    expect((await totals()).difference).toBe(1);
    expect(await closed()).not.toContain(dayOf(daysAgo(9)));
    await manager().query('delete from envelope_outcome where envelope_id = $1', [second]);
    await manager().query('delete from envelope where envelope_id = $1', [second]);
    expect(await totals()).toMatchObject({ in: 3, difference: 1 });
    await manager().query(`update envelope_outcome set type = 'new-request' where type = 'joined'`);
    expect(await totals()).toMatchObject({ newRequest: 2, joined: 0 });
  });

  it('waits for what is being written of it', async () => {
    await rejectedOn(9);
    const other = await db().again();
    const writing = other.createQueryRunner();
    await writing.startTransaction();
    await writing.query(
      `insert into envelope (envelope_id, channel, source, status, needs, received_at, stored_at, due_at, sender, text, found, version)
       select gen_random_uuid(), channel, source, 'waiting', 'sorting', received_at, stored_at, due_at, sender, text, found, 1 from envelope`,
    );
    const closing = closed();
    expect(await Promise.race([closing, rest(300, 'waits')])).toBe('waits');
    await writing.commitTransaction();
    await writing.release();
    expect(await closing).not.toContain(dayOf(daysAgo(9)));
    expect(await totals()).toMatchObject({ in: 2, rejected: 1, waiting: 1, difference: 0 });
  });
});
