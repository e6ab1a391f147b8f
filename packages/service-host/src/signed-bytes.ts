import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { withStatus } from './failures.js';
import { takesOf } from './sent-file.js';

export interface SentBytes {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
}

const sent = new WeakMap<object, Buffer>();

/** Keeps a body of JSON as it was sent where the route's signature is to be checked. @throws where the route takes other bytes */
export function keepSigned(request: FastifyRequest, bytes: Buffer): void {
  const { as } = takesOf(request) ?? {};
  if (as === 'signed-bytes') throw withStatus(415, 'the route takes no JSON');
  if (as === 'signed-json') sent.set(request, bytes);
}

/** Keeps a body of another kind for the route that takes it. @throws where it takes none */
export function keepBytes(request: FastifyRequest, bytes: Buffer): void {
  if (takesOf(request)?.as !== 'signed-bytes') throw withStatus(415, 'the route takes JSON');
  sent.set(request, bytes);
}

/** The bytes that a route for what is signed was sent. */
export const bytesOf = (request: FastifyRequest): Buffer => sent.get(request) ?? Buffer.alloc(0);
