import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Takes } from '@pledge/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { endBroken } from './broken-request.js';
import { InvalidInput } from './failures.js';
import { faultIn, readJsonBody } from './json-body.js';
import { keepBytes, keepSigned } from './signed-bytes.js';
import { keepForm } from './sent-file.js';
import { sendProblem } from './problem-filter.js';
import { contextOf, within } from './request-context.js';

export const bodyLimit = 1024 * 1024;

/** The HTTP side of a service: limits, bodies, trace context, one log line a request. */
export function httpServer(
  log: Logger,
  state: { readonly stopping: boolean },
): { adapter: FastifyAdapter; prepared: () => void } {
  const adapter = new FastifyAdapter({
    bodyLimit,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    clientErrorHandler: endBroken,
    frameworkErrors: (failure: Error, request: FastifyRequest, reply: FastifyReply) => {
      void sendProblem(log, failure, request, reply);
    },
  });
  const server = adapter.getInstance();

  const prepared = () => {
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
      try {
        keepSigned(request, bytes as Buffer);
        done(null, readJsonBody(bytes as Buffer));
      } catch (failure) {
        done(failure as Error);
      }
    });
    server.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (request, bytes, done) => {
      try {
        keepBytes(request, bytes as Buffer);
        done(null, undefined);
      } catch (failure) {
        done(failure as Error);
      }
    });
    server.addContentTypeParser('multipart/form-data', (request, payload, done) => {
      try {
        keepForm(request, payload);
        done(null, undefined);
      } catch (failure) {
        done(failure as Error);
      }
    });
  };

  server.addHook('onRoute', (route) => {
    const { takes } = (route.config ?? {}) as { takes?: Takes };
    if (takes) route.bodyLimit = takes.limit;
  });
  server.addHook('onRequest', (request, reply, done) => {
    const context = contextOf(request);
    void reply.header('x-trace-id', context.traceId).header('traceresponse', context.traceparent);
    within(context, done);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    const fault = faultIn(request.query, []) ?? faultIn(request.params, []);
    if (fault) {
      done(new InvalidInput([{ parameter: fault.pointer?.slice(1) ?? '', code: fault.code, detail: fault.detail }]));
      return;
    }
    within(contextOf(request), done);
  });
  // Else a kept connection would hold the shutdown up until it times out.
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (state.stopping) void reply.header('connection', 'close');
    done(null, payload);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { startedAt, traceId, route, caller } = contextOf(request);
    log.info(
      {
        method: request.method,
        path: request.routeOptions.url ?? 'unknown',
        route: route?.name,
        status: reply.statusCode,
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        personId: caller?.personId,
        traceId,
      },
      'answered',
    );
    done();
  });
  return { adapter, prepared };
}
