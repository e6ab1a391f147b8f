import { HttpException } from '@nestjs/common';
import type { Role, RouteContract, Takes } from '@pledge/contracts';
import { Refusal } from '@pledge/kernel';
import { IdempotencyKeyReused, RecordNotFound, StaleVersion } from '@pledge/messaging';
import { databaseFailure } from './database-failure.js';
import type { FieldFault } from './failures.js';
import { InvalidInput, NotFound, NotSignedIn, InvalidSignature } from './failures.js';
import type { Language } from './language.js';
import type { GeneralCode } from './problem-words.js';
import { redacted } from './redacted.js';
import { detailOf, refusalWords, titleOf } from './problem-words.js';

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldFault[];
  readonly [more: string]: unknown;
}

export interface Asking {
  readonly language: Language;
  readonly route: RouteContract | undefined;
  readonly traceId: string;
  /** The caller's. */
  readonly roles?: readonly Role[] | undefined;
  /** What the address takes in, also where its route is not known yet. */
  readonly takes?: Takes | undefined;
}

export const problemType = (code: string): string => `https://pledge.example/problems/${code}`;

/** What a failure means over HTTP: the one table. */
export function problemOf(failure: unknown, asking: Asking): Problem {
  const general = (status: number, code: GeneralCode, more: object = {}): Problem => ({
    type: problemType(code),
    title: titleOf(code, asking.language),
    status,
    detail: detailOf(code, asking.language),
    code,
    ...more,
  });

  if (failure instanceof Refusal) return refused(failure as Refusal, asking);
  if (failure instanceof InvalidInput) return general(400, 'malformed', { errors: failure.errors });
  if (failure instanceof NotSignedIn) return general(401, 'not-signed-in');
  if (failure instanceof InvalidSignature) return general(401, failure.code, { errors: [signatureFault(failure)] });
  if (failure instanceof NotFound || failure instanceof RecordNotFound) return general(404, 'not-found');
  if (failure instanceof StaleVersion)
    return general(412, 'stale-version', { current: currentOf(failure as StaleVersion, asking) });
  if (failure instanceof IdempotencyKeyReused) return general(422, 'idempotency-key-reused');
  switch (databaseFailure(failure)) {
    case 'input':
      return general(400, 'malformed', { errors: [] });
    case 'unavailable':
      return general(503, 'unavailable');
    case undefined:
  }
  const status = statusOf(failure);
  const code = status === undefined ? undefined : byStatus[status];
  if (status === 415) return unsupported(general, asking);
  if (status !== undefined && code)
    return general(status, code, status === 400 ? { errors: [unreadable(failure)] } : {});
  if (status !== undefined && status >= 400 && status < 500) return general(400, 'malformed', { errors: [] });
  return general(500, 'internal', { traceId: asking.traceId });
}

/** How the record is now, as far as the caller may see it. */
const currentOf = ({ view }: StaleVersion, { route, roles }: Asking): unknown =>
  view === undefined || view === null ? null : route ? redacted(route.reply, view, roles ?? []) : view;

const byStatus: Readonly<Record<number, GeneralCode>> = {
  400: 'malformed',
  401: 'not-signed-in',
  403: 'not-found',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-incomplete',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'media-type-not-supported',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'unavailable',
};

/** The state a record is in is told as `state`, since `status` is the status of the answer. */
function refused({ code, facts, pointer }: Refusal, { language, route }: Asking): Problem {
  const status = pointer === undefined ? 409 : 422;
  const detail = refusalWords.of(code, language) ?? saidTo(route?.refusals[code], language) ?? code;
  return {
    ...facts,
    ...('status' in facts && { state: facts.status }),
    type: problemType(code),
    title: titleOf('refused', language),
    status,
    detail,
    code,
    ...(pointer !== undefined && { errors: [{ pointer, detail, code }] }),
  };
}

const saidTo = (said: RouteContract['refusals'][string] | undefined, language: Language): string | undefined =>
  typeof said === 'object' ? said[language] : said;

function unsupported(
  general: (status: number, code: GeneralCode, more: object) => Problem,
  { language, takes }: Asking,
): Problem {
  const { mediaTypes } = takes ?? { mediaTypes: ['application/json'] };
  const detail = language === 'zh' ? `请使用 ${mediaTypes.join('、')}。` : `Send ${mediaTypes.join(' or ')}.`;
  return general(415, 'media-type-not-supported', {
    detail,
    errors: [{ header: 'content-type', code: 'media-type-not-supported', detail }],
  });
}

const signatureFault = ({ code }: InvalidSignature): FieldFault => ({
  header: code === 'signature-too-old' ? 'webhook-timestamp' : 'webhook-signature',
  code,
  detail: code,
});

function statusOf(failure: unknown): number | undefined {
  if (failure instanceof HttpException) return failure.getStatus();
  if (failure instanceof Error && 'statusCode' in failure && typeof failure.statusCode === 'number') {
    return failure.statusCode;
  }
  return undefined;
}

const unreadable = (failure: unknown): FieldFault => ({
  pointer: '',
  code: 'unreadable',
  detail: failure instanceof Error ? failure.message : 'cannot be read',
});
