import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from './language.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem.js';
import { takesOf } from './sent-file.js';
import { contextOf } from './request-context.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  async catch(failure: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await sendProblem(this.log, failure, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers a request with the problem a failure amounts to; what nobody foresaw is logged with the trace id. */
export async function sendProblem(
  log: Logger,
  failure: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { traceId, caller, route } = contextOf(request);
  const language = languageOf(request.headers['accept-language'], caller?.language);
  const problem = problemOf(failure, { language, route, traceId, roles: caller?.roles, takes: takesOf(request) });
  if (problem.status >= 500) log.error({ err: failure, traceId, route: route?.name }, 'a request failed');
  if (reply.sent) return;
  await reply.code(problem.status).headers(headersOf(problem, language)).send(JSON.stringify(problem));
}

const headersOf = (problem: Problem, language: string): Record<string, string> => ({
  'content-type': 'application/problem+json; charset=utf-8',
  'content-language': language === 'zh' ? 'zh-CN' : 'en',
  'cache-control': 'no-store',
  ...(problem.status === 503 && { 'retry-after': '2' }),
  ...(problem.status === 401 && { 'www-authenticate': 'Pledge' }),
});
