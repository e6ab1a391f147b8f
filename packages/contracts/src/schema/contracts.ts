import { z } from 'zod';
import type { EventContract } from '../define-event.js';
import type { RouteContract } from '../define-route.js';
import type { Break, Schema, Use } from './breaks.js';
import { breaksBetween } from './breaks.js';

/** What is committed of one contract, in `packages/contracts/schemas/<file>`. */
export interface Described {
  /** The type of an event, or `POST /api/intake/requests`. */
  readonly contract: string;
  /** Of a route. */
  readonly status?: number;
  readonly produces?: string;
  /** Of an event: its data as it is stored. Of a route: its parts as they are sent. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/**
 * Every event and every route of what modules export, by the file each is kept in.
 * @param exported all that `@pledge/contracts/events` and `@pledge/contracts/http` export; what is neither is passed over
 */
export function describeContracts(exported: readonly unknown[]): ReadonlyMap<string, Described> {
  const described = new Map<string, Described>();
  for (const value of exported) {
    if (isEvent(value)) describeEvent(value, described);
    else if (isRoute(value)) described.set(fileOfRoute(value), describeRoute(value));
  }
  return new Map([...described].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What of all contracts breaks whoever was built with the committed ones, a line each: the contract, the place, and why.
 * @param kept what is committed, by file
 * @param now what the contracts are
 */
export function brokenContracts(
  kept: ReadonlyMap<string, Described>,
  now: ReadonlyMap<string, Described>,
): readonly string[] {
  return [...kept].flatMap(([file, was]) => {
    const is = now.get(file);
    return is
      ? breaksOf(was, is).map(({ pointer, why }) => `${was.contract} ${pointer}: ${why}`)
      : [`${was.contract}: is gone`];
  });
}

function breaksOf(was: Described, is: Described): readonly Break[] {
  const plain = (['status', 'produces'] as const)
    .filter((name) => was[name] !== is[name])
    .map((name) => ({ pointer: `/${name}`, why: `was ${was[name] ?? 'not said'}, is ${is[name] ?? 'not said'}` }));
  const parts = Object.entries(was.schemas).flatMap(([part, schema]) =>
    breaksBetween(schema, is.schemas[part] ?? {}, useOf(part)).map(({ pointer, why }) => ({
      pointer: `/${part}${pointer}`,
      why,
    })),
  );
  return [...plain, ...parts];
}

const useOf = (part: string): Use => (part === 'data' ? 'event' : part === 'reply' ? 'reply' : 'request');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isEvent = (value: unknown): value is EventContract =>
  isObject(value) && 'type' in value && 'data' in value && 'of' in value;
const isRoute = (value: unknown): value is RouteContract =>
  isObject(value) && 'service' in value && 'method' in value && 'reply' in value;

/** An earlier version is heard for as long as a later one names it, and so has its own file. */
function describeEvent(event: EventContract, described: Map<string, Described>): void {
  described.set(`events/${event.type}.json`, {
    contract: event.type,
    schemas: { data: schemaOf(event.data, 'output') },
  });
  if (event.earlier) describeEvent(event.earlier.contract, described);
}

const fileOfRoute = ({ service, method, path }: RouteContract): string =>
  `routes/${service}/${[method.toLowerCase(), ...path.replaceAll(':', '').split('/').filter(Boolean)].join('-')}.json`;

function describeRoute({ service, method, path, status, produces, ...parts }: RouteContract): Described {
  return {
    contract: `${method} ${service === 'gateway' ? '/api' : `/api/${service}`}${path}`,
    status,
    produces,
    schemas: {
      params: schemaOf(parts.params, 'input'),
      query: schemaOf(parts.query, 'input'),
      body: schemaOf(parts.body, 'input'),
      reply: schemaOf(parts.reply, 'output'),
    },
  };
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema =>
  essentialOf(z.toJSONSchema(schema, { io }), io) as Schema;

const largest = Number.MAX_SAFE_INTEGER;

/** Without what follows from something else: the pattern of a format, the bounds of every integer, that what is said has no other fields. */
function essentialOf(value: unknown, io: 'input' | 'output', named = false): unknown {
  if (Array.isArray(value)) return value.map((one) => essentialOf(one, io));
  if (!isObject(value)) return value;
  const essential = Object.entries(value).filter(
    ([keyword, said]) =>
      named ||
      !(
        ['$schema', 'description'].includes(keyword) ||
        (keyword === 'pattern' && 'format' in value) ||
        (['minimum', 'maximum'].includes(keyword) && Math.abs(Number(said)) === largest) ||
        (io === 'output' && keyword === 'additionalProperties' && said === false)
      ),
  );
  return Object.fromEntries(
    essential.map(([keyword, said]) => [keyword, essentialOf(said, io, keyword === 'properties' && !named)]),
  );
}
