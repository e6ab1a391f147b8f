import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addressOf } from '@pledge/client';
import { services } from '@pledge/contracts';
import { reportRequest } from '@pledge/contracts/http';
import { freePort } from '@pledge/standalone/nats';
import autocannon from 'autocannon';
import pg from 'pg';
import type { BreakableStack } from '../stack.js';

const connections = 8;
const colleagues = services.filter((name) => name !== 'intake' && name !== 'gateway');

export interface Rate {
  readonly perSecond: number;
  readonly accepted: number;
  readonly refused: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A report from a label, so that intake itself can be asked without a session. */
const reportOf = (qrToken: string) =>
  JSON.stringify({
    kind: 'fault',
    channel: 'qr',
    qrToken,
    reportedBy: { name: '王敏', phone: '13800000001' },
    description: `主机反复重启 ${randomUUID()}`,
    nature: 'equipment',
    impact: 'partial',
  });

async function rate(url: string, seconds: number, bodyOf: () => string): Promise<Rate> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: bodyOf(),
        }),
      },
    ],
  });
  return {
    perSecond: Math.round(result['2xx'] / result.duration),
    accepted: result['2xx'],
    refused: result.non2xx + result.errors,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

/** Labels of equipment that has no open request, ten at a site, so that a report finds what it would find at work. */
async function labels(db: pg.Client, count: number): Promise<string[]> {
  const { rows } = await db.query<{ token: string }>(
    `with site as materialized (
       select gen_random_uuid() as site_id, like_it.*
       from generate_series(1, $1 / 10) g join (
         select s.customer_id, s.name, s.address, s.territory, s.initial_keys, one.data, row_number() over () - 1 as n, count(*) over () as all_of_them
         from site_copy s cross join lateral (select data from equipment_copy e where e.site_id = s.site_id limit 1) one
       ) like_it on like_it.n = g % like_it.all_of_them
     ), built as (
       insert into site_copy (site_id, customer_id, name, address, territory, initial_keys)
       select site_id, customer_id, name, address, territory, initial_keys from site
     )
     insert into equipment_copy (equipment_id, customer_id, site_id, qr_token, data)
     select made.id, customer_id, site_id, md5('label/' || made.id), data || jsonb_build_object('equipmentId', made.id, 'siteId', site_id)
     from (select *, gen_random_uuid() as id from site, generate_series(1, 10)) made
     returning qr_token as token`,
    [count],
  );
  return rows.map(({ token }) => token);
}

/** Where intake itself listens; only its own environment says so. */
const originOf = (pid: number): string => {
  const port = /(?:^|\0)PORT=(\d+)/u.exec(readFileSync(`/proc/${String(pid)}/environ`, 'utf8'))?.[1];
  if (port === undefined) throw new Error('intake does not say where it listens');
  return `http://127.0.0.1:${port}`;
};

async function bare(databaseUrl: string, db: pg.Client, seconds: number, bodyOf: () => string): Promise<Rate> {
  await db.query(`drop schema if exists bare cascade; create schema bare;
    create table bare.request (like public.request including all);
    create table bare.envelope (like public.envelope including all);
    create table bare.envelope_outcome (like public.envelope_outcome including all);
    create table bare.journal (like public.journal including all);
    create table bare.outbox (like public.outbox including all);
    create table bare.inbox (like public.inbox including all)`);
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ['--import', '../tooling/bin/source.mjs', fileURLToPath(new URL('bare-server.ts', import.meta.url))],
    {
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once('data', resolve);
      server.once('exit', () => reject(new Error('the bare server did not start')));
    });
    const url = `http://127.0.0.1:${String(port)}/`;
    await rate(url, 3, bodyOf);
    return await rate(url, seconds, bodyOf);
  } finally {
    server.kill();
    await db.query('drop schema bare cascade');
  }
}

/** Reports a second of intake and of the bare server, turn and turn about, so that both meet the same machine. */
export async function compareReports(
  stack: BreakableStack,
  seconds: number,
  say: (line: string) => void,
): Promise<void> {
  const databaseUrl = stack.databaseUrl('intake');
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const tokens = await labels(db, 60_000);
    await db.query('vacuum (analyze)');
    // The bare server has no colleagues who work on each report; on one machine they would be measured with intake.
    for (const name of colleagues) await stack.stopService(name);
    const next = () => {
      const token = tokens.pop();
      if (token === undefined) throw new Error('more reports than labels');
      return reportOf(token);
    };
    const pid = stack.pids().intake;
    if (pid === undefined) throw new Error('intake does not run');
    const url = originOf(pid) + addressOf(reportRequest, {}, {});
    const tried = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: next(),
    });
    if (!tried.ok) throw new Error(`intake refuses a report: ${String(tried.status)} ${await tried.text()}`);
    await rate(url, 3, next);
    const ratios: number[] = [];
    for (const turn of [1, 2, 3]) {
      const ours = await rate(url, seconds, next);
      const theirs = await bare(databaseUrl, db, seconds, () => reportOf(randomUUID()));
      ratios.push(ours.perSecond / theirs.perSecond);
      say(`turn ${String(turn)}: intake ${JSON.stringify(ours)}; bare Node and pg ${JSON.stringify(theirs)}`);
    }
    ratios.sort((a, b) => a - b);
    say(`reports accepted, intake to bare server, median of three: ${(ratios[1] ?? 0).toFixed(2)} (goal 0.50)`);
  } finally {
    await db.end();
    for (const name of colleagues) await stack.startService(name);
  }
}
