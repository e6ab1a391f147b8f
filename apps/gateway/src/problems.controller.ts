import { languageOf, problemType } from '@pledge/service-host';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DoorCode } from './problems.js';
import { doorProblem } from './problems.js';

export interface Further {
  readonly retryAfterSeconds?: number;
  readonly department?: string;
}

export function answerProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: DoorCode,
  { retryAfterSeconds, department }: Further = {},
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const problem = doorProblem(code, language);
  return reply
    .code(problem.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'cache-control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    })
    .send(JSON.stringify({ type: problemType(code), ...problem, ...(department !== undefined && { department }) }));
}
