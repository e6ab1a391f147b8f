import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { withStatus } from './failures.js';
import { languageOf } from './language.js';
import { problemOf } from './problem.js';

const statusOf: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/**
 * Ends a connection on which something came that never became a request: it broke off, or it is no HTTP.
 * One on which nothing came at all is ended without a word: a pool of connections may hold it for a request to come, and would
 * take an answer to nothing for the answer to that.
 */
export function endBroken(failure: Error & { readonly code?: string }, socket: Socket): void {
  if (failure.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable && socket.bytesRead > 0) socket.write(answerTo(statusOf[failure.code ?? ''] ?? 400));
  socket.destroy(failure);
}

function answerTo(status: number): string {
  const asking = { language: languageOf(undefined), route: undefined, traceId: '' };
  const body = JSON.stringify(problemOf(withStatus(status, 'the request cannot be read'), asking));
  const headers = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'connection: close',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}
