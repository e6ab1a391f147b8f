import type { Service } from '@pledge/contracts';
import { departments } from '@pledge/contracts';
import { deadLetterRoutes, listMessages, listOrders, listStock } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import pg from 'pg';
import type { BreakableStack } from './stack.js';
import type { Walked } from './main-job.js';
import { settled } from './main-job.js';
import type { People } from './person.js';

const counting: readonly Service[] = [...departments, 'notifier'];

export type OnHand = ReadonlyMap<string, number>;

/** What lies in all places together, by part. */
export async function onHandByPart(people: People): Promise<OnHand> {
  const { call } = await people.as('storekeeper');
  const sums = new Map<string, number>();
  for (let cursor: string | undefined; ;) {
    const page = await call(listStock, { query: { limit: 200, ...(cursor !== undefined && { cursor }) } });
    for (const { partId, onHand } of page.items) sums.set(partId, (sums.get(partId) ?? 0) + onHand);
    if (page.nextCursor === null) return sums;
    cursor = page.nextCursor;
  }
}

async function ask<Row extends pg.QueryResultRow>(
  stack: BreakableStack,
  database: Service,
  statement: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: stack.databaseUrl(database) });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Until every department has said all it owes, and nothing waits to be tried again. */
export async function quiet(stack: BreakableStack, patienceMs: number): Promise<void> {
  for (const service of counting) {
    await eventually(
      async () => {
        const [owed] = await ask<{ owed: number }>(
          stack,
          service,
          `select (select count(*) from outbox where published_at is null)::int
             + (select count(*) from dead_letter where state in ('waiting', 'retrying', 'behind'))::int as owed`,
        );
        return owed?.owed === 0 || undefined;
      },
      { within: patienceMs, every: 200 },
    );
  }
}

/**
 * Everything that was walked exists exactly once everywhere, and nothing else happened. Gives what is wrong, a line each.
 * @param before what lay in stock before the first walk
 */
export async function reckon(
  stack: BreakableStack,
  people: People,
  walks: readonly Walked[],
  before: OnHand,
): Promise<string[]> {
  const wrong: string[] = [];
  const note = (truth: boolean, what: string) => {
    if (!truth) wrong.push(what);
  };

  // The demo company's own reports were there before the first walk.
  const requests = await ask<{ request_id: string }>(
    stack,
    'intake',
    `select request_id from request where report ->> 'description' like '主机反复重启%'`,
  );
  const known = new Set(walks.map(({ requestId }) => requestId));
  note(requests.length === walks.length, `${walks.length} reports were accepted, ${requests.length} are on record`);
  note(
    requests.every(({ request_id: id }) => known.has(id)),
    'a request is on record that nobody was given a receipt for',
  );

  const dispatcher = await people.as('dispatcher');
  for (const walked of walks) {
    const { items } = await dispatcher.call(listOrders, { query: { requestId: walked.requestId } });
    note(
      items.length === 1 && items[0]?.status === 'closed',
      `${walked.number} has ${items.length} orders, ${String(items[0]?.status)}`,
    );
    await settled(people, walked, 1_000).catch((failure: unknown) =>
      wrong.push(`${walked.number}: ${String(failure)}`),
    );
    const { items: told } = await dispatcher.call(listMessages, { query: { requestId: walked.requestId, limit: 200 } });
    const once = new Set(told.map(({ template, audience, to }) => `${template} ${audience} ${to.name}`));
    note(once.size === told.length, `${walked.number}: somebody was told the same twice`);
    note(
      told.some(({ template }) => template.includes('departed')),
      `${walked.number}: the user was not told of the departure`,
    );
  }

  const after = await onHandByPart(people);
  for (const [partId, had] of before) {
    const used = walks.filter((walked) => walked.partId === partId).length;
    note(
      after.get(partId) === had - used,
      `part ${partId}: had ${had}, used ${used}, has ${String(after.get(partId))}`,
    );
  }

  const administrator = await people.as('administrator');
  for (const service of counting) {
    const { items } = await administrator.call(deadLetterRoutes(service).list, {
      query: { limit: 200, state: 'dead' },
    });
    for (const { reaction, lastError } of items) wrong.push(`${service}: ${reaction} gave up: ${String(lastError)}`);
  }
  return wrong;
}
