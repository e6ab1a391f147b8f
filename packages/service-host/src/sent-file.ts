import { Busboy } from '@fastify/busboy';
import type { Takes } from '@pledge/contracts';
import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { PassThrough, Transform } from 'node:stream';
import { InvalidInput, withStatus } from './failures.js';

/** The one file of a form, read as it comes. */
export interface SentFile {
  /** As its sender calls it; without folders. */
  readonly name: string;
  /** Fails where the sender breaks off or sends more than the route takes. */
  readonly bytes: Readable;
}

const sent = new WeakMap<object, IncomingMessage>();
const field = 'file';

export const takesOf = (request: FastifyRequest): Takes | undefined =>
  (request.routeOptions.config as { takes?: Takes } | undefined)?.takes;

/** Keeps the body of a form for the route that takes its file; what is announced as too large is refused unread. */
export function keepForm(request: FastifyRequest, payload: IncomingMessage): void {
  const takes = takesOf(request);
  if (takes?.as !== 'file') throw withStatus(415, 'the route takes no form');
  if (Number(request.headers['content-length'] ?? 0) > takes.limit) throw withStatus(413, 'the body is too large');
  sent.set(request, payload);
}

/** @throws {InvalidInput} where the form has no file called `file` */
export async function fileOf(request: FastifyRequest): Promise<SentFile> {
  const payload = sent.get(request);
  const takes = takesOf(request);
  if (!payload || !takes) throw withStatus(415, 'the route takes a form with a file');
  const form = formOf(request);
  const counting = counted(takes.limit);
  const bytes = new PassThrough();
  // Else a failure before anybody reads it would end the program.
  bytes.on('error', () => {});
  return new Promise((resolve, reject) => {
    const fail = (failure: unknown) => {
      // What is still to come is read away, so that the sender hears the answer.
      payload.unpipe(counting).resume();
      bytes.destroy(unreadable(failure));
      reject(unreadable(failure));
    };
    let found = false;
    form.on('file', (name, file, filename) => {
      file.on('error', fail);
      if (name !== field || found) return void file.resume();
      found = true;
      file.pipe(bytes).on('close', () => file.resume());
      resolve({ name: filename, bytes });
    });
    form.on('error', fail).on('finish', () => {
      if (!found) reject(missing('required', `the form has no file called "${field}"`));
    });
    counting.on('error', fail);
    payload.on('error', fail).on('close', () => {
      if (!payload.complete) fail(new Error('the sender broke off'));
    });
    if (payload.destroyed) fail(new Error('the sender broke off'));
    else payload.pipe(counting).pipe(form);
  });
}

function formOf(request: FastifyRequest) {
  const limits = { files: 1, fields: 5, fieldSize: 1_000, parts: 6, headerPairs: 20, headerSize: 4_096 };
  try {
    const type = { 'content-type': request.headers['content-type'] ?? '' };
    return new Busboy({ headers: type, limits });
  } catch (failure) {
    throw unreadable(failure);
  }
}

function counted(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      if (bytes > limit) done(withStatus(413, 'the body is too large'));
      else done(null, chunk);
    },
  });
}

const missing = (code: string, detail: string) => new InvalidInput([{ pointer: `/${field}`, code, detail }]);
const unreadable = (failure: unknown): Error =>
  failure instanceof InvalidInput || (failure instanceof Error && 'statusCode' in failure)
    ? failure
    : missing('not-a-form', 'the form cannot be read');
