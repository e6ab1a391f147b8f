import type { Takes } from '@pledge/contracts';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

export interface SentBytes {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
}

const sent = new WeakMap<object, Buffer>();

/** Keeps a body as it was sent where the route's signature is to be checked; a larger one than its route takes is refused. */
export function keepSigned(request: FastifyRequest, bytes: Buffer): void {
  const { takes } = (request.routeOptions.config as { takes?: Takes } | undefined) ?? {};
  if (takes?.as !== 'signed-json') return;
  if (bytes.length > takes.limit) throw Object.assign(new Error('the body is too large'), { statusCode: 413 });
  sent.set(request, bytes);
}

/** The bytes that a route for signed JSON was sent. */
export const bytesOf = (request: FastifyRequest): Buffer => sent.get(request) ?? Buffer.alloc(0);
