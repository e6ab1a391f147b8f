import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { deadLetters } from './dead-letters.js';
import { migrations } from './testbed/boxes.js';
import type { RunningTimers, TimerHandler } from './timers.js';
import { startTimers, timers } from './timers.js';

const fresh = freshDatabase({ migrations });
const db = () => fresh().dataSource;
const past = '2020-01-01T00:00:00.000Z';
const running: RunningTimers[] = [];
const start = (ring: TimerHandler) => running.push(startTimers(db(), { ring }));
const soon = async (ms: number): Promise<string> => {
  const rows: { at: Date }[] = await db().query(`select clock_timestamp() + $1 * interval '1 ms' as at`, [ms]);
  return rows[0]?.at.toISOString() ?? past;
};
const fired = (ref: string) =>
  eventually(async () => {
    const rows: unknown[] = await db().query('select 1 from timer where ref = $1 and fired_at is not null', [ref]);
    return rows.length === 1;
  });

afterEach(async () => {
  await Promise.all(running.splice(0).map((sweeper) => sweeper.stop()));
});

describe('a timer', () => {
  it('rings once, not early, although two replicas watch', async () => {
    const rung: { ref: string; early: boolean }[] = [];
    const ring: TimerHandler = async (ref, dueAt) => void rung.push({ ref, early: (await soon(0)) < dueAt });
    start(ring);
    start(ring);
    const refs = Array.from({ length: 30 }, () => randomUUID());
    for (const [n, ref] of refs.entries())
      await timers.schedule(db().manager, { kind: 'ring', ref, dueAt: await soon(10 * n) });
    for (const ref of refs) await fired(ref);
    expect(rung.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
    expect(rung.filter(({ early }) => early)).toEqual([]);
  });

  it('that rang does not ring again after a restart, nor when it is set to the same time', async () => {
    const rung: string[] = [];
    const ring: TimerHandler = async (ref) => void rung.push(ref);
    const [one, two] = [randomUUID(), randomUUID()];
    await timers.schedule(db().manager, { kind: 'ring', ref: one, dueAt: past });
    start(ring);
    await fired(one);
    await Promise.all(running.splice(0).map((sweeper) => sweeper.stop()));
    await timers.schedule(db().manager, { kind: 'ring', ref: one, dueAt: past });
    await timers.schedule(db().manager, { kind: 'ring', ref: two, dueAt: past });
    start(ring);
    await fired(two);
    expect(rung).toEqual([one, two]);
  });

  it('can be moved and cancelled', async () => {
    const rung: string[] = [];
    const [moved, cancelled, marker] = [randomUUID(), randomUUID(), randomUUID()];
    await timers.schedule(db().manager, { kind: 'ring', ref: moved, dueAt: past });
    await timers.schedule(db().manager, { kind: 'ring', ref: moved, dueAt: '2999-01-01T00:00:00.000Z' });
    await timers.schedule(db().manager, { kind: 'ring', ref: cancelled, dueAt: past });
    await timers.cancel(db().manager, { kind: 'ring', ref: cancelled });
    await timers.schedule(db().manager, { kind: 'ring', ref: marker, dueAt: past });
    start(async (ref) => void rung.push(ref));
    await fired(marker);
    expect(rung).toEqual([marker]);
  });

  it('that fails rings again, and does not hold up the others', async () => {
    let failures = 0;
    const [failing, other] = [randomUUID(), randomUUID()];
    await timers.schedule(db().manager, { kind: 'ring', ref: failing, dueAt: past });
    await timers.schedule(db().manager, { kind: 'ring', ref: other, dueAt: past });
    start(async (ref) => {
      if (ref === failing && ++failures < 3) throw new Error('not yet');
    });
    await fired(other);
    await fired(failing);
    expect(failures).toBe(3);
  });

  it('that was begun is noted as rung, and what its handler throws is noted too', async () => {
    const rung: string[] = [];
    await timers.begin(db().manager, { kind: 'ring', ref: 'begun' });
    await timers.begin(db().manager, { kind: 'ring', ref: 'failing' });
    start(async (ref) => {
      rung.push(ref);
      if (ref === 'failing') throw new Error('the bell is broken');
    });
    await fired('begun');
    await eventually(async () => {
      const [row] = await fresh().query<{ last_error: string }>(`select last_error from timer where ref = 'failing'`);
      return row?.last_error.includes('the bell is broken');
    });
    expect(rung.filter((ref) => ref === 'begun')).toEqual(['begun']);
  });

  it('that always fails is shown to the administrator, rings on, and can be dropped with a reason', async () => {
    const letters = deadLetters(db());
    let broken = true;
    await timers.schedule(db().manager, { kind: 'ring', ref: 'failing', dueAt: past });
    await fresh().query('update timer set attempts = 4');
    start(async () => {
      if (broken) throw new Error('the bell is broken');
    });
    const shown = await eventually(async () => (await letters.list()).items[0]);
    expect(shown).toMatchObject({
      kind: 'timer',
      reaction: 'ring',
      partitionKey: 'failing',
      state: 'retrying',
      payload: { ref: 'failing', dueAt: past },
    });
    expect(shown.lastError).toContain('the bell is broken');

    expect(await letters.retry(shown.id, 'person:admin')).toMatchObject({ state: 'retrying', askedBy: 'person:admin' });
    await eventually(async () => ((await letters.find(shown.id))?.attempts ?? 0) > shown.attempts);
    expect(await letters.drop(shown.id, 'person:admin', 'no such bell')).toMatchObject({ state: 'dropped' });
    expect((await letters.list()).items).toEqual([]);
    expect((await letters.list({ state: 'dropped' })).items.map(({ reason }) => reason)).toEqual(['no such bell']);
    expect(await letters.retry(shown.id, 'person:admin')).toBeUndefined();

    broken = false;
    await timers.schedule(db().manager, { kind: 'ring', ref: 'failing', dueAt: '2020-01-02T00:00:00.000Z' });
    await fired('failing');
    expect((await letters.list({ state: 'dropped' })).items).toEqual([]);
  });

  it('that rang is removed after a week', async () => {
    for (const ref of ['long-ago', 'lately', 'waiting'])
      await timers.schedule(db().manager, { kind: 'ring', ref, dueAt: '2999-01-01T00:00:00.000Z' });
    await fresh().query(
      `update timer set fired_at = clock_timestamp() - case ref when 'long-ago' then 8 else 6 end * interval '1 day'
       where ref <> 'waiting'`,
    );
    start(() => Promise.resolve());
    await eventually(async () => {
      const rows = await fresh().query<{ ref: string }>('select ref from timer order by ref');
      expect(rows.map(({ ref }) => ref)).toEqual(['lately', 'waiting']);
      return true;
    });
  });
});
