import type { Category, Person, RequestKind } from '@pledge/contracts';
import type { Routing, RoutingLine, RoutingPreview } from '@pledge/contracts/http';
import type { EntityManager } from 'typeorm';
import { checked, differencesBetween, lineFor } from './routing.js';

interface EditionRow {
  readonly version: number;
  readonly lines: RoutingLine[];
  readonly by: Person | null;
  readonly reason: string | null;
  readonly at: Date;
}

const historyLength = 50;

/** The table as it is, and how it came to be. */
export async function routingOf(db: EntityManager): Promise<Routing> {
  const editions = await db.query<EditionRow[]>(
    'select version, lines, by, reason, at from routing_edition order by version desc limit $1',
    [historyLength + 1],
  );
  const [current] = editions;
  if (!current) throw new Error('intake has no routing table');
  const history = editions.slice(0, historyLength).map(({ version, lines, by, reason, at }, index) => ({
    ...{ version, by, reason, at: at.toISOString() },
    differences: [...differencesBetween(editions[index + 1]?.lines ?? [], lines)],
  }));
  return { lines: current.lines, version: current.version, history };
}

export interface Routed {
  readonly edition: number;
  readonly line: RoutingLine;
}

/** Where the table sends a request; undefined where there is none. */
export async function routeOf(db: EntityManager, requestId: string): Promise<Routed | undefined> {
  const [row] = await db.query<
    { version: number; lines: RoutingLine[]; kind: RequestKind; category: Category | null }[]
  >(
    `select e.version, e.lines, r.kind, r.category
     from request r cross join (select version, lines from routing_edition order by version desc limit 1) as e
     where r.request_id = $1`,
    [requestId],
  );
  return row && { edition: row.version, line: lineFor(row.lines, row) };
}

interface GroupRow {
  readonly kind: RequestKind;
  readonly category: Category | null;
  readonly handed_off: boolean;
  readonly count: number;
}

const openOf = (request: string) => `${request}.kind <> 'fault' and ${request}.status in ('received', 'responded')`;
const handedOff = `coalesce(referral ->> 'state', 'declined') <> 'declined'`;
const shownFirst = 20;

/**
 * What another table would change. What a department was handed already is counted apart: it stays there.
 * @throws {Refusal} naming the line that cannot be
 */
export async function previewOf(db: EntityManager, asked: readonly RoutingLine[]): Promise<RoutingPreview> {
  const lines = checked(asked);
  const { lines: current, version } = await routingOf(db);
  const groups = await db.query<GroupRow[]>(
    `select kind, category, ${handedOff} as handed_off, count(*)::int as count from request r where ${openOf('r')}
     group by 1, 2, 3 order by 1, 2 nulls first`,
  );
  const elsewhere = groups
    .map(({ kind, category, handed_off: stays, count }) => ({
      ...{ kind, category, stays, count },
      before: lineFor(current, { kind, category }).department,
      after: lineFor(lines, { kind, category }).department,
    }))
    .filter(({ before, after }) => before !== after);
  const moving = elsewhere.filter(({ stays }) => !stays).map(({ stays: _, ...group }) => group);
  const counted = (some: readonly { readonly count: number }[]) => some.reduce((sum, { count }) => sum + count, 0);
  return {
    version,
    differences: [...differencesBetween(current, lines)],
    moving,
    movingCount: counted(moving),
    first: await firstOf(db, moving),
    stayingCount: counted(elsewhere.filter(({ stays }) => stays)),
  };
}

async function firstOf(db: EntityManager, moving: RoutingPreview['moving']): Promise<RoutingPreview['first']> {
  if (moving.length === 0) return [];
  const rows = await db.query<{ id: string; number: string; kind: RequestKind; category: Category | null }[]>(
    `select r.request_id as id, r.number, r.kind, r.category from request r
     join jsonb_to_recordset($1::jsonb) as m (kind text, category text)
       on m.kind = r.kind and m.category is not distinct from r.category
     where ${openOf('r')} and not ${handedOff} order by r.received_at, r.request_id limit ${String(shownFirst)}`,
    [JSON.stringify(moving)],
  );
  return rows.flatMap(({ id, number, ...place }) => {
    const group = moving.find(({ kind, category }) => kind === place.kind && category === place.category);
    return group ? [{ id, number, before: group.before, after: group.after }] : [];
  });
}
