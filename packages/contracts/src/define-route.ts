import { z } from 'zod';
import type { Role, Service } from './vocabulary.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Shape = z.ZodObject;

/** Who may call: roles; `anyone` also without signing in; `signed-in` every role. An inspector only reads: see `mayCall`. */
export type Policy = readonly Role[] | 'anyone' | 'signed-in';

/** What a route takes in where that is not JSON of at most 1 MB. */
export interface Takes {
  /** One file of a form, read as it comes; JSON, with its bytes kept for their signature; or bytes of another kind, kept likewise. */
  readonly as: 'file' | 'signed-json' | 'signed-bytes';
  readonly mediaTypes: readonly string[];
  /** Bytes of the whole body. */
  readonly limit: number;
}

/** In English only, where the words for a person stand elsewhere. */
export type Refusals = Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>;

export interface RouteContract<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly service: Service;
  readonly name: string;
  readonly method: Method;
  /** Below `/api/<service>`, with `:params`. */
  readonly path: string;
  readonly summary: string;
  readonly may: Policy;
  /** True where it concerns the caller's own session only, which also who only reads begins and ends. */
  readonly ownSession: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  /** 200 unless told: 201 for what is created. */
  readonly status: number;
  /** `application/json` unless told. */
  readonly produces: string;
  /** Absent where it takes JSON of at most 1 MB, or nothing. */
  readonly takes?: Takes;
  /** Codes a rule may refuse with, each with what it says to a person. */
  readonly refusals: Refusals;
}

export interface RouteInput<
  Params extends Shape,
  Query extends Shape,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly may: Policy;
  readonly ownSession?: boolean;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  readonly status?: number;
  readonly produces?: string;
  readonly takes?: Takes;
  readonly refusals?: Refusals;
}

/** What a route takes in, after checking. */
export interface InputOf<R extends RouteContract> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
}
export type ReplyOf<R extends RouteContract> = z.output<R['reply']>;

const nothing = z.object({});

/** Gives the routes of one service: `const route = routesOf('intake')`. */
export const routesOf =
  (service: Service) =>
  <
    Reply extends z.ZodType,
    Params extends Shape = z.ZodObject<Record<never, never>>,
    Query extends Shape = z.ZodObject<Record<never, never>>,
    Body extends z.ZodType = z.ZodUndefined | z.ZodObject<Record<never, never>>,
  >(
    input: RouteInput<Params, Query, Body, Reply>,
  ): RouteContract<Params, Query, Body, Reply> => ({
    service,
    name: input.name,
    method: input.method,
    path: input.path,
    summary: input.summary,
    may: input.may,
    ownSession: input.ownSession ?? false,
    params: (input.params ?? nothing) as Params,
    query: (input.query ?? nothing) as Query,
    body: (input.body ?? nothing.optional()) as unknown as Body,
    reply: input.reply,
    status: input.status ?? 200,
    produces: input.produces ?? 'application/json',
    ...(input.takes && { takes: input.takes }),
    refusals: input.refusals ?? {},
  });

/** How far a list counts: one more says that there are more. */
export const countedUpTo = 1_000;

/** `{ items, nextCursor, total }`, as every list answers; the first page says how many there are. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().min(0).optional().describe(`Exact up to ${countedUpTo}; one more says that there are more.`),
  });

/** The query of every list; a service adds its filters with `.extend`. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
