import type { CallerIdentity, InputOf, RouteContract } from '@pledge/contracts';
import { countedUpTo } from '@pledge/contracts';
import { decodeCursor, encodeCursor } from '@pledge/service-host';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Projection } from './projection.js';
import { selected, withTimeZone } from './projection.js';
import { containsPattern } from './contains-pattern.js';

/** SQL in which `at(value)` stands for a value that is sent beside it. */
export type Condition = (at: (value: unknown) => string) => string;

/** One key of the order: an expression that is never null, its direction, its type in PostgreSQL. */
export type SortKey = readonly [
  expression: string,
  direction: 'asc' | 'desc',
  type: 'int' | 'bigint' | 'text' | 'timestamptz' | 'uuid' | 'boolean' | 'date',
];

type QueryOf<R extends RouteContract> = InputOf<R>['query'];
type Filter<Value> =
  string | ((value: NonNullable<Value>, caller: CallerIdentity | undefined) => Condition | undefined);

export interface ListOptions<R extends RouteContract> {
  /** By name of the route's query: the expression that must equal it, or the condition it means. */
  readonly filters?: {
    readonly [Name in Exclude<keyof QueryOf<R>, 'limit' | 'cursor' | 'q' | 'sort'>]?: Filter<QueryOf<R>[Name]>;
  };
  /** The expression in which the words of `q` are looked for, in their order; or the condition that `q` means, if any. */
  readonly search?: string | ((q: string, caller: CallerIdentity | undefined) => Condition | undefined);
  /** The order; the last key is the record's id, so that no two are equal. */
  readonly order: readonly SortKey[];
  /** Further orders, by the values of the route's query `sort`. */
  readonly sorts?: Readonly<Record<string, readonly SortKey[]>>;
  /** Which of them the caller may know of; all where it says nothing. */
  readonly visible?: (caller: CallerIdentity) => Condition | undefined;
}

export interface RecordList<R extends RouteContract = RouteContract, Item = unknown> {
  readonly route: R;
  /** @param timeZone needed where the projection depends on it */
  page(
    db: DataSource | EntityManager,
    query: QueryOf<R>,
    caller: CallerIdentity | undefined,
    timeZone?: string,
  ): Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null; readonly total?: number }>;
}

/** Any list, where the shell handles all alike. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- lists of different routes stand in one list
export type AnyList = RecordList<any, any>;

interface AnyQuery extends Readonly<Record<string, unknown>> {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A list of records, a page at a time: filters, words, order and position from the route's query. */
export function listOf<R extends RouteContract, Item>(
  route: R,
  projection: Projection<Item>,
  options: ListOptions<R>,
): RecordList<R, Item> {
  const { from, base, select, itemOf } = projection;
  return {
    route,
    async page(db, asked, caller, timeZone) {
      const query = asked as unknown as AnyQuery;
      const { limit, cursor } = query;
      const order = (typeof query.sort === 'string' ? options.sorts?.[query.sort] : undefined) ?? options.order;
      const values: unknown[] = [];
      const at = (value: unknown) => `$${values.push(value)}`;
      const where = conditions(options, query, caller).map((condition) => condition(at));
      const counted = [...values];
      const filter = where.length > 0 ? `where ${where.join(' and ')}` : '';
      const after = positionIn(cursor, order);
      const beyond = after ? `${filter ? 'and' : 'where'} ${isAfter(order, after, at)}` : '';
      const keys = order.map(([expression], nth) => `${expression} as "key${nth}"`).join(', ');
      const rows = await db.query<Readonly<Record<string, unknown>>[]>(
        `select ${withTimeZone(selected(select), timeZone, at)}, ${keys} from ${from} ${filter} ${beyond}
         order by ${order.map(([expression, direction]) => `${expression} ${direction}`).join(', ')} limit ${at(limit + 1)}`,
        values,
      );
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return {
        items: shown.map((row) => itemOf(withoutKeys(row, order.length))),
        nextCursor: last ? encodeCursor(order.map((_, nth) => valueOf(last[`key${nth}`]))) : null,
        ...(cursor === undefined && {
          total: rows.length <= limit ? rows.length : await count(db, `${base} ${filter}`, counted),
        }),
      };
    },
  };
}

async function count(db: DataSource | EntityManager, of: string, values: readonly unknown[]): Promise<number> {
  const [row] = await db.query<{ n: number }[]>(
    `select count(*)::int as n from (select from ${of} limit ${countedUpTo + 1}) as counted`,
    [...values],
  );
  return row?.n ?? 0;
}

function conditions<R extends RouteContract>(
  { filters = {}, search, visible }: ListOptions<R>,
  query: AnyQuery,
  caller: CallerIdentity | undefined,
): readonly Condition[] {
  const seen = caller && visible?.(caller);
  const told = Object.entries(filters as Readonly<Record<string, Filter<unknown> | undefined>>).flatMap(
    ([name, filter]) => {
      const value = query[name];
      if (filter === undefined || value === undefined || value === null) return [];
      if (typeof filter === 'string') return [(at: (value: unknown) => string) => `${filter} = ${at(value)}`];
      return filter(value, caller) ?? [];
    },
  );
  const words = typeof query.q === 'string' ? searched(search, query.q, caller) : undefined;
  return [...(seen ? [seen] : []), ...told, ...(words ? [words] : [])];
}

function searched(
  search: ListOptions<RouteContract>['search'],
  q: string,
  caller: CallerIdentity | undefined,
): Condition | undefined {
  if (typeof search === 'function') return search(q, caller);
  const pattern = containsPattern(q);
  return search === undefined || pattern === null ? undefined : (at) => `${search} ilike ${at(pattern)}`;
}

const shapes = {
  int: z.int32(),
  bigint: z.string().regex(/^-?\d{1,18}$/u),
  text: z.string().max(500),
  timestamptz: z.iso.datetime({ offset: true }),
  uuid: z.uuid(),
  boolean: z.boolean(),
  date: z.iso.date(),
} as const satisfies Record<SortKey[2], z.ZodType>;

function positionIn(cursor: string | undefined, order: readonly SortKey[]): readonly unknown[] | undefined {
  const [first, ...rest] = order.map(([, , type]) => shapes[type]);
  if (!first) throw new Error('a list has an order');
  return decodeCursor(cursor, z.tuple([first, ...rest]));
}

/** Behind the position in this order. Keys of one direction are compared together, which an index on them serves. */
function isAfter(order: readonly SortKey[], values: readonly unknown[], at: (value: unknown) => string): string {
  const places = order.map(([, , type], nth) => `${at(values[nth])}::${type}`);
  const direction = order[0]?.[1] ?? 'asc';
  const than = (way: 'asc' | 'desc') => (way === 'asc' ? '>' : '<');
  if (order.every(([, way]) => way === direction))
    return `(${order.map(([expression]) => expression).join(', ')}) ${than(direction)} (${places.join(', ')})`;
  const steps = order.map(([expression, way], nth) => {
    const equal = order.slice(0, nth).map(([earlier], place) => `${earlier} = ${places[place]}`);
    return [...equal, `${expression} ${than(way)} ${places[nth]}`].join(' and ');
  });
  return `(${steps.map((step) => `(${step})`).join(' or ')})`;
}

const valueOf = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

const withoutKeys = (row: Readonly<Record<string, unknown>>, keys: number) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !/^key\d$/u.test(name) || Number(name.slice(3)) >= keys));
