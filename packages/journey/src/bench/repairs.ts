import { setTimeout as rest } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import type { Equipment } from '@pledge/contracts/http';
import { listStock } from '@pledge/contracts/http';
import pg from 'pg';
import { equipmentInWarranty } from '../main-job.js';
import { People } from '../person.js';
import type { BreakableStack } from '../stack.js';
import { kept, repair } from './repair.js';

interface Work {
  readonly repairs: number;
  readonly perSecond: number;
  readonly visible: { readonly p50Ms: number; readonly p99Ms: number };
}

const quantile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** Hands out devices and parts in turn, so that repairs side by side do not meet on one device. */
async function supplies(people: People) {
  const devices = await equipmentInWarranty(people);
  const storekeeper = await people.as('storekeeper');
  const parts = (await storekeeper.call(listStock, { query: { limit: 200 } })).items.filter(
    ({ available }) => available > 3,
  );
  let next = 0;
  return (): readonly [device: Equipment, partId: string | undefined] => {
    next += 1;
    const device = devices[next % devices.length];
    if (!device) throw new Error('the demo company has no equipment in warranty');
    return [device, next % 2 === 0 ? parts[next % parts.length]?.partId : undefined];
  };
}

/** @param everyMs of each person, from the beginning of one repair to that of the next; 0 for as fast as they can */
async function work(
  people: People,
  next: Awaited<ReturnType<typeof supplies>>,
  { persons, seconds, everyMs }: { readonly persons: number; readonly seconds: number; readonly everyMs: number },
): Promise<Work> {
  const began = performance.now();
  const done: { requestId: string; visibleMs: number }[] = [];
  const person = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1_000) {
      const start = performance.now();
      done.push(await repair(people, ...next()));
      await rest(Math.max(0, everyMs - (performance.now() - start)));
    }
  };
  await Promise.all(Array.from({ length: persons }, person));
  const took = (performance.now() - began) / 1_000;
  await kept(
    people,
    done.map(({ requestId }) => requestId),
  );
  const visible = done.map(({ visibleMs }) => visibleMs).sort((a, b) => a - b);
  return {
    repairs: done.length,
    perSecond: Number((done.length / took).toFixed(2)),
    visible: { p50Ms: quantile(visible, 0.5), p99Ms: quantile(visible, 0.99) },
  };
}

/** Transactions that were committed, and statements, as PostgreSQL logs them; a statement alone is not counted as a transaction. */
async function counted(stack: BreakableStack, during: () => Promise<unknown>) {
  const read = async () => {
    await rest(500);
    const log = readFileSync(stack.postgresLog, 'utf8');
    const count = (what: RegExp) => (log.match(what) ?? []).length;
    return {
      transactions: count(/LOG: {2}(?:execute [^:]*|statement): commit/giu),
      statements: count(/LOG: {2}(?:execute|statement)/gu),
    };
  };
  const before = await read();
  const began = performance.now();
  await during();
  const after = await read();
  const seconds = (performance.now() - began) / 1_000;
  return {
    seconds,
    transactions: after.transactions - before.transactions,
    statements: after.statements - before.statements,
  };
}

/** What one repair causes in the whole system, without what would be asked all the same while nobody works. */
async function costOf(
  stack: BreakableStack,
  people: People,
  next: Awaited<ReturnType<typeof supplies>>,
  repairs: number,
) {
  const db = new pg.Client({ connectionString: stack.databaseUrl('intake') });
  await db.connect();
  const logging = async (what: string) => {
    await db.query(`alter system set log_statement = '${what}'`);
    await db.query('select pg_reload_conf()');
  };
  try {
    await logging('all');
    const idle = await counted(stack, () => rest(10_000));
    const busy = await counted(stack, async () => {
      for (let nth = 0; nth < repairs; nth += 1) await kept(people, [(await repair(people, ...next())).requestId]);
    });
    const own = (what: 'transactions' | 'statements') =>
      Math.round((busy[what] - (idle[what] / idle.seconds) * busy.seconds) / repairs);
    return { transactions: own('transactions'), statements: own('statements') };
  } finally {
    await logging('none');
    await db.end();
  }
}

/**
 * Whole repairs a second with eight people walking, median of three; how soon an order is seen at half of that; and what one
 * repair costs in transactions and statements.
 */
export async function measureRepairs(
  stack: BreakableStack,
  seconds: number,
  say: (line: string) => void,
): Promise<void> {
  const people = new People(stack.url, 60_000);
  const next = await supplies(people);
  const persons = 8;
  await work(people, next, { persons, seconds: 3, everyMs: 0 });
  const turns: Work[] = [];
  for (const turn of [1, 2, 3]) {
    const one = await work(people, next, { persons, seconds, everyMs: 0 });
    turns.push(one);
    say(`turn ${turn}: ${JSON.stringify(one)}`);
  }
  const rates = turns.map(({ perSecond }) => perSecond).sort((a, b) => a - b);
  const median = rates[1] ?? 0;
  say(`whole repairs a second, eight people, median of three: ${median} (3.6 before; goal 12)`);
  const half = await work(people, next, { persons, seconds, everyMs: (persons / (median / 2)) * 1_000 });
  say(
    `report to order visible at half load: p50 ${half.visible.p50Ms} ms, p99 ${half.visible.p99Ms} ms (goal 25, 100), at ${half.perSecond} repairs/s`,
  );
  const { transactions, statements } = await costOf(stack, people, next, 20);
  say(`one repair in the whole system: ${transactions} transactions, ${statements} statements (62 and 400 before)`);
}
