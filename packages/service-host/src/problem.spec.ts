import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@pledge/kernel';
import { IdempotencyKeyReused, StaleVersion } from '@pledge/messaging';
import { InvalidInput, NotFound, NotSignedIn, InvalidSignature } from './failures.js';
import { problemOf } from './problem.js';

const asking = { language: 'en', route: undefined, traceId: 'a'.repeat(32) } as const;
const database = (code: string) =>
  Object.assign(new Error('failed'), { driverError: Object.assign(new Error(), { code }) });
const http = (statusCode: number) => Object.assign(new Error('of fastify'), { statusCode });

describe('what a failure means over HTTP', () => {
  it.each([
    ['a refusal', new Refusal('order-not-signed'), 409, 'order-not-signed'],
    ['a refusal of a field', new Refusal('part-unknown', {}, '/partId'), 422, 'part-unknown'],
    ['what does not parse', new InvalidInput([]), 400, 'malformed'],
    ['nobody signed in', new NotSignedIn(), 401, 'not-signed-in'],
    ['what is signed wrongly', new InvalidSignature('signature-wrong'), 401, 'signature-wrong'],
    ['what was signed long ago', new InvalidSignature('signature-too-old'), 401, 'signature-too-old'],
    ['nothing there', new NotFound(), 404, 'not-found'],
    ['a stale version', new StaleVersion(1, 2, { version: 2 }), 412, 'stale-version'],
    ['a reused key', new IdempotencyKeyReused(), 422, 'idempotency-key-reused'],
    ['an unknown path', new NotFoundException(), 404, 'not-found'],
    ['a body too large', http(413), 413, 'body-too-large'],
    ['a type we do not read', http(415), 415, 'media-type-not-supported'],
    ['a request that broke off', http(408), 408, 'request-incomplete'],
    ['headers too large', http(431), 431, 'headers-too-large'],
    ['a refusal of the server we do not know', http(418), 400, 'malformed'],
    ['text the database cannot read', database('22P02'), 400, 'malformed'],
    ['bytes the database cannot keep', database('22021'), 400, 'malformed'],
    ['a number out of range', database('22003'), 400, 'malformed'],
    ['a database shutting down', database('57P01'), 503, 'unavailable'],
    ['a database that is away', database('ECONNREFUSED'), 503, 'unavailable'],
    ['a mistake in our SQL', database('42P01'), 500, 'internal'],
    ['anything else', new Error('boom'), 500, 'internal'],
    ['what is not even an error', 'boom', 500, 'internal'],
  ])('%s', (_, failure, status, code) => {
    const problem = problemOf(failure, asking);
    expect(problem).toMatchObject({ status, code, type: `https://pledge.example/problems/${code}` });
    expect(JSON.stringify(problem)).not.toContain('boom');
  });

  it('a refusal tells the state of the record and what is possible, and cannot disguise itself', () => {
    const refusal = new Refusal('order-not-signed', {
      status: 'arrived',
      possible: ['measures'],
      type: 'x',
      title: 'x',
    });
    expect(problemOf(refusal, asking)).toMatchObject({
      type: 'https://pledge.example/problems/order-not-signed',
      status: 409,
      state: 'arrived',
      possible: ['measures'],
    });
  });

  it('a body of another kind is told which kind belongs there', () => {
    const takes = { as: 'signed-bytes', mediaTypes: ['message/rfc822'], limit: 1 } as const;
    const [fault] = problemOf(http(415), { ...asking, takes }).errors ?? [];
    expect(fault).toEqual({
      header: 'content-type',
      code: 'media-type-not-supported',
      detail: 'Send message/rfc822.',
    });
  });

  it('a stale version carries the record as it now is', () => {
    expect(problemOf(new StaleVersion(1, 2, { version: 2 }), asking)).toMatchObject({ current: { version: 2 } });
  });

  it('speaks Chinese', () => {
    expect(problemOf(new NotFound(), { ...asking, language: 'zh' }).title).toBe('没有找到');
  });
});
