import type { ReplyOf, RouteContract } from '@pledge/contracts';
import type { z } from 'zod';
import type { Scalar } from './address.js';
import { addressOf } from './address.js';
import { Problem, Unreachable } from './problem.js';

type Needed<Name extends string, Value> = [keyof Value] extends [never]
  ? { readonly [key in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value };

type NeededBody<Body> = undefined extends Body ? { readonly body?: Body } : { readonly body: Body };

/** What a route has to be told; a parameter that is left out does not compile. */
export type CallInput<R extends RouteContract> = Needed<'params', z.input<R['params']>> &
  Needed<'query', z.input<R['query']>> &
  NeededBody<z.input<R['body']>>;

export interface CallOptions {
  /** The version of the record the person saw; another one is answered with a `Problem` of status 412. */
  readonly ifMatch?: number | undefined;
  /** One key an intent: a repetition after `Unreachable` carries the same one. A fresh one unless told. */
  readonly idempotencyKey?: string | undefined;
  /** For a route that takes a file: sent as the field `file` of a form instead of a body. */
  readonly file?: { readonly content: Blob; readonly name: string } | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Carries the call in place of `fetch`, e.g. to tell how much of a file has gone out. */
  readonly carrier?: Carrier | undefined;
}
export type Carrier = (url: string, init: RequestInit) => Promise<Response>;

type Rest<R extends RouteContract> =
  Record<never, never> extends CallInput<R>
    ? [input?: CallInput<R>, options?: CallOptions]
    : [input: CallInput<R>, options?: CallOptions];

export interface ClientSettings {
  /** Scheme, host and port; empty in a browser, where everything is of one origin. */
  readonly origin?: string;
  /** Read before every call that changes something. */
  readonly csrfToken?: () => string | null;
  /** Headers of every call: a program's `authorization`, the language wanted. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Subscriptions the server's clock with each answer. */
  readonly onServerTime?: (serverMs: number, receivedMs: number) => void;
}

export type Call = <R extends RouteContract>(route: R, ...rest: Rest<R>) => Promise<ReplyOf<R>>;
/** The same where the route is not known yet, so that its input cannot be left out. */
export type Send = <R extends RouteContract>(
  route: R,
  input: CallInput<R>,
  options?: CallOptions,
) => Promise<ReplyOf<R>>;

export interface Client {
  readonly call: Call;
  readonly send: Send;
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json();
  if (type.startsWith('text/')) return { detail: await response.text() };
  return response.blob();
}

function formOf({ content, name }: NonNullable<CallOptions['file']>): FormData {
  const form = new FormData();
  form.set('file', content, name);
  return form;
}

/** Calls of one caller. */
export function clientOf(settings: ClientSettings = {}): Client {
  const headersOf = (method: string, hasBody: boolean, options: CallOptions): Headers => {
    const headers = new Headers({ accept: 'application/json', ...settings.headers?.() });
    if (hasBody) headers.set('content-type', 'application/json');
    if (method === 'GET') return headers;
    const csrfToken = settings.csrfToken?.();
    if (csrfToken) headers.set('x-csrf-token', csrfToken);
    headers.set('idempotency-key', options.idempotencyKey ?? crypto.randomUUID());
    if (options.ifMatch !== undefined) headers.set('if-match', `"${options.ifMatch}"`);
    return headers;
  };

  async function answerTo(url: string, init: RequestInit, carrier: Carrier = fetch): Promise<Response> {
    try {
      return await carrier(url, init);
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new Unreachable('no answer', { cause });
    }
  }

  async function send<R extends RouteContract>(
    route: R,
    input: CallInput<R>,
    options: CallOptions = {},
  ): Promise<ReplyOf<R>> {
    const given = input as { params?: Record<string, Scalar>; query?: Record<string, Scalar>; body?: unknown };
    const hasBody = given.body !== undefined;
    const form = options.file && formOf(options.file);
    const url = (settings.origin ?? '') + addressOf(route, given.params, given.query);
    const init = {
      method: route.method,
      headers: headersOf(route.method, hasBody, options),
      ...(form ? { body: form } : hasBody ? { body: JSON.stringify(given.body) } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    };
    const response = await answerTo(url, init, options.carrier);
    if (response.status === 408) throw new Unreachable('the request did not come through whole');
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) settings.onServerTime?.(date, Date.now());
    let body: unknown;
    try {
      body = await bodyOf(response);
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      if (response.ok) throw new Unreachable('the answer broke off', { cause });
    }
    if (!response.ok) throw new Problem(response.status, body);
    return body as ReplyOf<R>;
  }

  return { send, call: (route, ...[input, options]) => send(route, (input ?? {}) as CallInput<typeof route>, options) };
}
