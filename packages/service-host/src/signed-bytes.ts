import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { takesOf } from './sent-file.js';

export interface SentBytes {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
}

const sent = new WeakMap<object, Buffer>();

/** Keeps a body as it was sent where the route's signature is to be checked. */
export function keepSigned(request: FastifyRequest, bytes: Buffer): void {
  if (takesOf(request)?.as === 'signed-json') sent.set(request, bytes);
}

/** The bytes that a route for signed JSON was sent. */
export const bytesOf = (request: FastifyRequest): Buffer => sent.get(request) ?? Buffer.alloc(0);
