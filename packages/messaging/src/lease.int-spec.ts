import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@pledge/testing/database';
import { eventually } from '@pledge/testing/eventually';
import { standbyPostgres } from '@pledge/testing/standby';
import pg from 'pg';
import { Leases } from './lease.js';
import { silent } from './logger.js';
import { pause } from './backoff.js';
import { migrations } from './testbed/boxes.js';

const fresh = freshDatabase({ migrations });
const open: Leases[] = [];
const leases = (url = fresh().url) => {
  const made = new Leases(url, 'tested', silent);
  open.push(made);
  return made;
};
/** Work that lasts until its lease ends, and how often it was begun. */
const work = () => {
  const seen = { begun: 0, held: 0 };
  return {
    seen,
    do: async (signal: AbortSignal) => {
      seen.begun += 1;
      seen.held += 1;
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      seen.held -= 1;
    },
  };
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

describe('leases', () => {
  it('leave no connection behind on a server that is in recovery', async () => {
    const standby = await standbyPostgres();
    const client = new pg.Client({ connectionString: standby.url });
    try {
      await client.connect();
      const tried = leases(standby.url);
      await pause(6_000);
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where application_name like 'pledge-%'`,
      );
      expect(rows[0]?.n).toBeLessThanOrEqual(1);
      expect(tried.connected).toBe(false);
      await Promise.all(open.splice(0).map((one) => one.close()));
    } finally {
      await client.end();
      await standby.stop();
    }
  });

  it('of a program that is frozen go to another within 15 seconds', async () => {
    const frozen = spawn(
      process.execPath,
      [
        '--import',
        `${import.meta.dirname}/../../tooling/bin/source.mjs`,
        `${import.meta.dirname}/testbed/holder.ts`,
        fresh().url,
        'relay',
      ],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env.PATH } },
    );
    try {
      await once(frozen.stdout, 'data');
      const mine = work();
      leases().whileHeld('relay', mine.do);
      await pause(1_000);
      expect(mine.seen.held).toBe(0);
      frozen.kill('SIGSTOP');
      await eventually(() => mine.seen.held === 1, { within: 15_000 });
    } finally {
      frozen.kill('SIGCONT');
      frozen.kill('SIGKILL');
    }
  });

  it('are shared out among those that can take one, not among those that are leaving', async () => {
    const leaving = leases();
    const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    leaving.whileHeld('lasting', () => {
      begun.resolve();
      return slow.promise;
    });
    await begun.promise;
    const closing = leaving.close();
    const works = Array.from({ length: 4 }, work);
    const staying = leases();
    for (const [n, one] of works.entries()) staying.whileHeld(`consumer/${n}`, one.do, { spread: true });
    await eventually(() => works.every(({ seen }) => seen.held === 1));
    await pause(5_000);
    expect(works.map(({ seen }) => [seen.held, seen.begun])).toEqual(works.map(() => [1, 1]));
    slow.resolve();
    await closing;
  });

  it('are kept while their work takes its time to end', async () => {
    const first = leases();
    const [begun, slow] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    first.whileHeld('relay', () => {
      begun.resolve();
      return slow.promise;
    });
    await begun.promise;
    const closing = first.close();
    const next = work();
    leases().whileHeld('relay', next.do);
    await pause(12_000);
    expect(next.seen.begun).toBe(0);
    slow.resolve();
    await closing;
    await eventually(() => next.seen.held === 1);
  });
});
