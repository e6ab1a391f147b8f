import httpProxy from '@fastify/http-proxy';
import { services } from '@pledge/contracts';
import { currentTraceparent, InvalidInput } from '@pledge/service-host';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Transform } from 'node:stream';
import type { Logger } from '@pledge/messaging';
import { answerProblem } from '../problems.controller.js';
import { bodyLimitOf } from './body-limit.js';
import { isInside } from './inside.js';
import { replyHeaders, requestHeaders } from './passed-headers.js';

const undici = {
  connections: 128,
  pipelining: 1,
  keepAliveTimeout: 30_000,
  connect: { timeout: 2_000, rejectUnauthorized: true },
  headersTimeout: 7_000,
  bodyTimeout: 30_000,
};

class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly statusCode = 413;
}

export interface Departments {
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly log: Logger;
}

/** Passes `/api/<department>/…` on to who answers it. */
export async function passOn(server: FastifyInstance, { serviceUrls, log }: Departments): Promise<void> {
  for (const department of services) {
    if (department === 'gateway') continue;
    const prefix = `/api/${department}`;
    const url = serviceUrls[department];
    if (url === undefined) {
      const away = (request: FastifyRequest, reply: FastifyReply) =>
        answerProblem(request, reply, 'department-away', { department, retryAfterSeconds: 30 });
      server.all(prefix, away).all(`${prefix}/*`, away);
      continue;
    }
    await server.register(async (scope) => {
      scope.setErrorHandler((failure, request, reply) => {
        if (failure instanceof TooLarge) return answerProblem(request, reply, 'body-too-large');
        if (isAddressFault(failure)) return answerProblem(request, reply, 'address-malformed');
        log.error({ err: failure, department }, 'a request could not be passed on');
        return answerProblem(request, reply, 'department-away', { department, retryAfterSeconds: 2 });
      });
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (request, payload, done) => {
        const announced = request.headers['content-length'];
        const limit = bodyLimitOf(department, request.method, request.url.slice(prefix.length));
        if (announced === undefined) done(null, payload.pipe(counted(limit)));
        else if (Number(announced) > limit) done(new TooLarge());
        else done(null, announced === '0' ? undefined : payload);
      });
      await scope.register(httpProxy, {
        upstream: url,
        prefix,
        rewritePrefix: prefix,
        proxyPayloads: false,
        disableRequestLogging: true,
        httpMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        undici,
        destroyAgent: true,
        preHandler: (request, reply, done) => {
          if (isInside(request.url, prefix)) answerProblem(request, reply, 'not-found');
          else done();
        },
        replyOptions: {
          retryDelay: () => null,
          rewriteRequestHeaders: (_request, headers) => {
            const traceparent = currentTraceparent();
            return { ...requestHeaders(headers), ...(traceparent !== undefined && { traceparent }) };
          },
          rewriteHeaders: (headers) => replyHeaders(headers),
          onError: (reply, { error }) => {
            const { cause } = error;
            if (cause instanceof TooLarge) {
              return void answerProblem(reply.request as FastifyRequest, reply as FastifyReply, 'body-too-large');
            }
            if (reply.request.raw.destroyed && !reply.request.raw.complete) return void reply.raw.destroy();
            log.warn({ err: cause ?? error, department }, 'a department does not answer');
            return void answerProblem(reply.request as FastifyRequest, reply as FastifyReply, 'department-away', {
              department,
              retryAfterSeconds: 2,
            });
          },
        },
      });
    });
  }
}

/** A NUL or a broken escape in the address is refused by the host or the proxy before anybody is asked. */
const isAddressFault = (failure: unknown): boolean =>
  failure instanceof InvalidInput ||
  failure instanceof URIError ||
  (failure instanceof Error && 'statusCode' in failure && failure.statusCode === 400);

function counted(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > limit) done(new TooLarge());
      else done(null, chunk);
    },
  });
}
