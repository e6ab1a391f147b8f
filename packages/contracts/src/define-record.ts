import { z } from 'zod';
import type { EventContract, EventOf } from './define-event.js';
import type { RouteContract, RouteInput } from './define-route.js';
import { routesOf } from './define-route.js';
import type { Service } from './vocabulary.js';
import { id } from './vocabulary.js';

/** A kind of record as its routes see it: where it lives, and its shape. */
export interface RecordContract<Key extends string = string, Reply extends z.ZodType = z.ZodType> {
  readonly service: Service;
  /** Below `/api/<service>`, e.g. `/orders`. */
  readonly path: string;
  /** The name of its id in addresses, e.g. `orderId`. */
  readonly key: Key;
  readonly reply: Reply;
}

export const defineRecord = <const Key extends string, Reply extends z.ZodType>(
  record: RecordContract<Key, Reply>,
): RecordContract<Key, Reply> => record;

type Params<Key extends string> = z.ZodObject<{ [Name in Key]: typeof id }>;
type NoParams = z.ZodObject<Record<never, never>>;
type NoBody = z.ZodUndefined | z.ZodObject<Record<never, never>>;

/** A route that gives a command of this name to a record. */
export interface CommandRoute<
  Name extends string = string,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Shape extends z.ZodObject = z.ZodObject,
> extends RouteContract<Shape, NoParams, Body, Reply> {
  readonly command: Name;
}

interface CommandInput<Body extends z.ZodType> extends Pick<
  RouteInput<never, never, Body, never>,
  'may' | 'summary' | 'body' | 'status'
> {
  /** The route's name in code, e.g. `assignOrder`. */
  readonly name: string;
  /** The last part of the address, where it is not the command's name; none where it is empty. */
  readonly at?: string;
  readonly refusals?: RouteContract['refusals'];
}

/** `POST <path>/:<key>/<command>`: a command on a record that is there. Answers with the record as it then is. */
export function command<
  const Name extends string,
  Key extends string,
  Reply extends z.ZodType,
  Body extends z.ZodType = NoBody,
>(
  record: RecordContract<Key, Reply>,
  type: Name,
  { at = type, ...input }: CommandInput<Body>,
): CommandRoute<Name, Body, Reply, Params<Key>> {
  const params = z.object({ [record.key]: id }) as unknown as Params<Key>;
  const path = `${record.path}/:${record.key}${at === '' ? '' : `/${at}`}`;
  const route = routesOf(record.service)({ ...input, method: 'POST', path, params, reply: record.reply });
  return { ...route, command: type };
}

/** `POST <path>`: a command that makes a record; answers 201. */
export function creates<const Name extends string, Reply extends z.ZodType, Body extends z.ZodType = NoBody>(
  record: RecordContract<string, Reply>,
  type: Name,
  { at: _at, ...input }: CommandInput<Body>,
): CommandRoute<Name, Body, Reply, NoParams> {
  const { service, path, reply } = record;
  const route = routesOf(service)({ ...input, method: 'POST', path, reply, status: 201 });
  return { ...route, command: type };
}

/** The command that a route gives: its name, and the fields of its body. */
export type CommandOf<R extends CommandRoute> =
  R extends CommandRoute<infer Name, infer Body>
    ? { readonly type: Name } & NonNullable<z.output<Body>> extends infer Fields
      ? { readonly [Field in keyof Fields as string extends Field ? never : Field]: Fields[Field] }
      : never
    : never;

export type CommandRoutes = Readonly<Record<string, CommandRoute>>;

/** The commands that a set of routes gives. */
export type CommandsOf<Routes extends CommandRoutes> = {
  [Name in keyof Routes]: CommandOf<Routes[Name]>;
}[keyof Routes];

/** The events of a set of contracts. */
export type EventsOf<Events extends Readonly<Record<string, EventContract>>> = EventOf<Events[keyof Events]>;
