import { performance } from 'node:perf_hooks';
import { addressOf } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import type pg from 'pg';
import type { Person } from '../person.js';

/** What is asked of the filled stack; a goal is the p95 in ms that the desk needs. */
export interface Question {
  readonly name: string;
  readonly goalMs: number;
  readonly route: RouteContract;
  readonly params?: Readonly<Record<string, string>>;
  readonly queries: readonly Readonly<Record<string, string | number | boolean | undefined>>[];
}

export interface Answered {
  readonly name: string;
  readonly goalMs: number;
  readonly asked: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** How many of them found something. */
  readonly found: number;
}

/** Rows to ask for, drawn over the whole of what is there. */
async function drawn(db: pg.Client, sql: string): Promise<Record<string, string>[]> {
  await db.query('select setseed(0.42)');
  return (await db.query<Record<string, string>>(sql)).rows;
}

/** What a desk asks all day, with words that are there and some that are not. */
export async function questionsOn(db: pg.Client, count: number): Promise<Question[]> {
  const requests = await drawn(
    db,
    `select number, phone, report #>> '{reportedBy,name}' as person, report ->> 'serialNumber' as serial, report ->> 'description' as told,
       customer_id, site_id, equipment_id, category
     from request where random() < 0.01 and phone <> '' and report ->> 'serialNumber' is not null order by random() limit ${String(count)}`,
  );
  const customers = await drawn(db, `select name from customer_copy order by random() limit ${String(count)}`);
  const names = customers.map(({ name = '' }) => name);
  const of = (row: Record<string, string>, key: string) => row[key] ?? '';
  return [
    asking(
      'caller by phone',
      50,
      http.findCaller,
      requests.map((row) => ({ q: of(row, 'phone'), limit: 10 })),
    ),
    asking(
      'caller by number',
      50,
      http.findCaller,
      requests.map((row) => ({ q: of(row, 'number'), limit: 10 })),
    ),
    asking(
      'caller by serial',
      50,
      http.findCaller,
      requests.map((row) => ({ q: of(row, 'serial'), limit: 10 })),
    ),
    asking(
      'caller by name',
      50,
      http.findCaller,
      names.map((q) => ({ q, limit: 10 })),
    ),
    asking(
      'twins while typing',
      50,
      http.findTwins,
      requests.map((row) => ({
        ...{ customerId: of(row, 'customer_id'), siteId: of(row, 'site_id'), category: of(row, 'category') },
        ...{ phone: of(row, 'phone'), text: of(row, 'told') },
      })),
    ),
    asking(
      'text: a sentence',
      150,
      http.listRequests,
      requests.map((row) => ({ q: of(row, 'told').split('，')[0], limit: 50 })),
    ),
    asking(
      'text: two characters',
      150,
      http.listRequests,
      requests.map((row) => ({ q: of(row, 'told').slice(0, 2), limit: 50 })),
    ),
    asking(
      'text: a person',
      150,
      http.listRequests,
      requests.map((row) => ({ q: of(row, 'person'), limit: 50 })),
    ),
    asking(
      'text: two words',
      150,
      http.listRequests,
      requests.map((row) => ({ q: `${of(row, 'person')} ${of(row, 'told').slice(0, 3)}`, limit: 50 })),
    ),
    asking(
      'text: not there',
      150,
      http.listRequests,
      names.map((_, n) => ({ q: `鲸鲨龘${String(n)}`, limit: 50 })),
    ),
    asking(
      'requests, newest',
      100,
      http.listRequests,
      requests.map(() => ({ limit: 50 })),
    ),
    asking(
      'requests, open',
      100,
      http.listRequests,
      requests.map(() => ({ open: true, limit: 50 })),
    ),
    asking(
      'requests of a customer',
      100,
      http.listRequests,
      requests.map((row) => ({ customerId: of(row, 'customer_id'), limit: 50 })),
    ),
    ...(['new', 'unclear', 'transcribe', 'mine'] as const).map((queue) => ({
      ...asking(
        `queue ${queue}`,
        100,
        http.listQueue,
        requests.slice(0, 50).map(() => ({ limit: 50 })),
      ),
      params: { queue },
    })),
    asking(
      'queues, their counts',
      100,
      http.countQueues,
      requests.slice(0, 50).map(() => ({})),
    ),
    asking(
      'envelopes that wait',
      100,
      http.listEnvelopes,
      requests.map(() => ({ status: 'waiting', limit: 50 })),
    ),
    asking(
      'inbound balance',
      100,
      http.getBalance,
      requests.slice(0, 20).map(() => ({})),
    ),
  ];
}

const asking = (name: string, goalMs: number, route: RouteContract, queries: Question['queries']): Question => ({
  name,
  goalMs,
  route,
  queries,
});

/** One after the other, as one agent does, through the front door. */
export async function ask(url: string, { cookie }: Person, question: Question): Promise<Answered> {
  const { route, params = {}, queries } = question;
  const took: number[] = [];
  let found = 0;
  for (const [n, query] of [...queries.slice(0, 5), ...queries].entries()) {
    const since = performance.now();
    const answer = await fetch(url + addressOf(route, params, query), { headers: { cookie } });
    const body = (await answer.json()) as { items?: unknown[] };
    if (!answer.ok) throw new Error(`${question.name}: ${String(answer.status)} ${JSON.stringify(body)}`);
    if (n < 5) continue;
    took.push(performance.now() - since);
    if (!body.items || body.items.length > 0) found += 1;
  }
  took.sort((a, b) => a - b);
  const quantile = (q: number) =>
    Math.round((took[Math.min(took.length - 1, Math.floor(took.length * q))] ?? 0) * 10) / 10;
  const { name, goalMs } = question;
  return { name, goalMs, asked: took.length, p50Ms: quantile(0.5), p95Ms: quantile(0.95), maxMs: quantile(1), found };
}
