import { RouteConfig } from '@nestjs/platform-fastify';
import { HttpCode, RequestMapping, RequestMethod, SetMetadata, applyDecorators } from '@nestjs/common';
import type { RouteContract } from '@pledge/contracts';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { SavedFile } from './saved-file.js';

const key = 'pledge:route';
const methods = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** What a handler may return: the reply itself, an outcome whose view is the reply, or bytes where the route produces no JSON. */
export type AnswerOf<R extends RouteContract> =
  | Frozen<z.input<R['reply']>>
  | { readonly view: Frozen<z.input<R['reply']>>; readonly version: number }
  | Uint8Array
  | Readable
  | SavedFile;

type Handler<R extends RouteContract> = (...args: never[]) => AnswerOf<R> | Promise<AnswerOf<R>>;

/** Makes a controller's method answer a route of the contracts: method, path, status, who may call. */
export function Serves<const R extends RouteContract>(route: R) {
  const decorate = applyDecorators(
    RequestMapping({ path: route.path, method: methods[route.method] }),
    HttpCode(route.status),
    SetMetadata(key, route),
    ...(route.takes ? [RouteConfig({ takes: route.takes })] : []),
  );
  return <H extends Handler<R>>(target: object, name: string | symbol, descriptor: TypedPropertyDescriptor<H>): void =>
    decorate(target, name, descriptor);
}

/** The route a handler serves. */
export const servedBy = (handler: object): RouteContract | undefined =>
  Reflect.getMetadata(key, handler) as RouteContract | undefined;
