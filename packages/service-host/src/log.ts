import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import { isError } from './is-error.js';
import { currentTraceId } from './request-context.js';

const secret = new Set(
  [
    'phone',
    'authorization',
    'cookie',
    'set-cookie',
    'signature',
    'publicToken',
    'reportedBy',
    'x-pledge-identity',
    'qrToken',
    'password',
    'csrfToken',
    'x-csrf-token',
    'seed',
    'token',
  ].map((name) => name.toLowerCase()),
);

/** JSON logs of one service, without what is nobody's business. */
export function logOf(service: string, level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (about: Record<string, unknown>) => redacted(about, 0) as Record<string, unknown>,
    },
    serializers: { err: errorOf },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId === undefined ? {} : { traceId };
    },
  };
  return to ? pino(options, to) : pino(options);
}

function redacted(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || isError(value) || value instanceof Date) return value;
  if (depth > 8) return '…';
  if (Array.isArray(value)) return value.map((inner) => redacted(inner, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      secret.has(key.toLowerCase()) ? '[redacted]' : redacted(inner, depth + 1),
    ]),
  );
}

/** Without the driver's copy of the statement's parameters, which are people's data. */
function errorOf(failure: unknown): unknown {
  if (!isError(failure)) return redacted(failure, 0);
  const { name, message, stack, cause } = failure;
  const code: unknown = 'code' in failure ? failure.code : undefined;
  return {
    type: name,
    message,
    ...(code !== undefined && { code }),
    stack,
    ...(cause !== undefined && { cause: errorOf(cause) }),
  };
}

/** Lets Nest write into our log; its notes about wiring are of no interest but to a developer. */
export function nestLogger(log: Logger): LoggerService {
  const write =
    (level: 'error' | 'warn' | 'debug') =>
    (message: unknown, ...more: unknown[]) => {
      const context = more.at(-1);
      log[level]({ context, ...(message instanceof Error ? { err: message } : {}) }, String(message));
    };
  const quiet = write('debug');
  return {
    log: quiet,
    verbose: quiet,
    debug: quiet,
    warn: write('warn'),
    error: write('error'),
    fatal: write('error'),
  };
}
