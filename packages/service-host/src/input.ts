import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { CallerIdentity, InputOf, RouteContract } from '@pledge/contracts';
import type { Cause } from '@pledge/messaging';
import type { FastifyRequest } from 'fastify';
import { causeOf } from './cause.js';
import { languageOf } from './language.js';
import { readInput } from './read-input.js';
import { contextOf } from './request-context.js';
import type { SentFile } from './sent-file.js';
import { fileOf } from './sent-file.js';
import type { SentBytes } from './signed-bytes.js';
import { bytesOf } from './signed-bytes.js';
import { servedBy } from './serves.js';

const read = new WeakMap<FastifyRequest, InputOf<RouteContract>>();

function inputOf(context: ExecutionContext): {
  request: FastifyRequest;
  route: RouteContract;
  input: InputOf<RouteContract>;
} {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const route = servedBy(context.getHandler());
  if (!route) throw new Error(`${context.getHandler().name} serves no route`);
  const language = languageOf(request.headers['accept-language'], contextOf(request).caller?.language);
  const input = read.get(request) ?? readInput(route, request, language);
  read.set(request, input);
  return { request, route, input };
}

/** The checked `InputOf<typeof route>` of the route the method serves. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => inputOf(context).input);

/** The `CallerIdentity`; undefined where the route is for anyone and nobody signed in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerIdentity | undefined => {
  return contextOf(context.switchToHttp().getRequest<FastifyRequest>()).caller;
});

/** The `Cause` of a command: who asked, the key `Idempotency-Key` and what was seen (`If-Match`). */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Cause => {
  const { request, route } = inputOf(context);
  const { caller, traceparent } = contextOf(request);
  return causeOf({ route, sent: request, caller, traceparent, headers: request.headers });
});

/** The body as it was sent, and the headers that sign it (`SentBytes`). */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentBytes => {
  const { request } = inputOf(context);
  return { bytes: bytesOf(request), headers: request.headers };
});

/** The file of the form that was sent (`SentFile`); whoever does not read it to its end lets the caller wait. */
export const Uploaded = createParamDecorator((_: unknown, context: ExecutionContext): Promise<SentFile> => {
  return fileOf(context.switchToHttp().getRequest<FastifyRequest>());
});
