import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import type { Answer } from './testbed/notes-service.js';
import { notesService } from './testbed/notes-service.js';
import { noteRoutes } from './testbed/notes.routes.js';

const service = notesService();
let agent: string;
beforeAll(async () => {
  agent = await service().gateway.token('agent');
});

const noteId = randomUUID();
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  service().call('POST', path, { token: agent, body, headers: { 'idempotency-key': randomUUID(), ...headers } });
const write = (body: unknown, headers?: Record<string, string>) => post(`/notes/${noteId}/write`, body, headers);

function expectProblem(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.json).toMatchObject({ status, type: expect.stringMatching(/^https:/u), title: expect.any(String) });
}

describe('a body that is not what it should be', () => {
  it('has all its bad fields named at once', async () => {
    const answer = await write({ priority: 'urgent', tags: [{ name: '', weight: 11 }], sender: 'x' });
    expectProblem(answer, 400);
    expect(answer.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/text', 'required'],
        ['/priority', 'invalid-value'],
        ['/tags/0/name', 'too-small'],
        ['/tags/0/weight', 'too-big'],
        ['/sender', 'unrecognized-keys'],
      ]),
    );
  });

  it('that is missing has its required fields named', async () => {
    for (const answer of [await write(undefined), await write('', { 'content-type': 'application/json' })]) {
      expectProblem(answer, 400);
      expect(answer.json.errors).toEqual([expect.objectContaining({ pointer: '/text', code: 'required' })]);
    }
  });

  it('speaks the caller’s language', async () => {
    const inChinese = await write({});
    const inEnglish = await write({}, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(inChinese.json.errors[0].detail).toMatch(/[\u4e00-\u9fff]/u);
    expect(inEnglish.json.errors[0].detail).toMatch(/expected string/u);
  });

  it.each([
    ['no JSON', '{"text": '],
    ['nothing but a word', 'hello'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22])],
    ['null', 'null'],
    ['an array', '[]'],
    ['a number', '42'],
    ['a prototype', '{"text":"x","__proto__":{"admin":true}}'],
    ['a prototype deeper down', '{"text":"x","tags":[{"name":"a","weight":1,"__proto__":{}}]}'],
    ['NUL in a text', '{"text":"a\\u0000b"}'],
    ['half a character', '{"text":"\\ud800"}'],
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a hundred thousand objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ])('%s is 400', async (_, body) => expectProblem(await write(body), 400));

  it('of more than 1 MB is 413, just below is read', async () => {
    expectProblem(await write({ text: 'x'.repeat(1024 * 1024) }), 413);
    expectProblem(await write({ text: 'x'.repeat(1024 * 1000) }), 400);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'rubbish',
  ])('sent as %s is 415', async (type) => expectProblem(await write('{"text":"x"}', { 'content-type': type }), 415));

  it('a route that takes none says so', async () => {
    expectProblem(await post(`/notes/${noteId}/tear`, { extra: 1 }), 400);
    expect((await post(`/notes/${noteId}/tear`, {})).status).toBe(409);
    expect((await post(`/notes/${noteId}/tear`, undefined)).status).toBe(409);
  });
});

describe('an address that is not what it should be', () => {
  it.each([
    ['/notes/not-a-uuid', 'noteId'],
    ['/notes/%00', 'noteId'],
    ['/notes?limit=0', 'limit'],
    ['/notes?limit=many', 'limit'],
    ['/notes?limit=1&limit=2', 'limit'],
    ['/notes?q=a%00b', 'q'],
    ['/notes?open=maybe', 'open'],
  ])('%s names %s', async (path, parameter) => {
    const answer = await service().call('GET', path, { token: agent });
    expectProblem(answer, 400);
    expect(answer.json.errors[0].parameter).toBe(parameter);
  });

  it('is 400 where it cannot be decoded, 404 or 414 where it is too long', async () => {
    expectProblem(await service().call('GET', '/notes/%zz', { token: agent }), 400);
    const long = await service().call('GET', `/notes/${'x'.repeat(600)}`, { token: agent });
    expect([404, 414]).toContain(long.status);
    expectProblem(long, long.status);
  });
});

describe('whatever is sent to whatever route', () => {
  const anything = fc.anything({ withNullPrototype: false, maxDepth: 4 }).map((value) => {
    try {
      return JSON.stringify(value);
    } catch {
      return undefined;
    }
  });
  const nearly = fc.record(
    {
      noteId: fc.oneof(fc.uuid(), fc.string(), fc.integer()),
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.constant(null),
        fc.string({ minLength: 990, maxLength: 1010 }),
      ),
      priority: fc.oneof(fc.constantFrom('low', 'high', 'LOW', ''), fc.boolean()),
      tags: fc.oneof(fc.array(fc.record({ name: fc.string({ unit: 'binary' }), weight: fc.double() })), fc.string()),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    { weight: 3, arbitrary: nearly.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: anything },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
  const parameter = fc.oneof(
    fc.uuid(),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('%00', '..', '%2e%2e', '%ff'),
  );
  const query = fc.dictionary(
    fc.constantFrom('limit', 'cursor', 'q', 'open', 'how', '__proto__', 'x'),
    fc.string({ unit: 'binary' }),
  );
  const routes = noteRoutes.filter(({ name }) => name !== 'waitForGate' && name !== 'breakContract');

  it('nothing answers 5xx, and every refusal is a problem', async () => {
    const request = fc.record({
      route: fc.constantFrom(...routes),
      parameter,
      query,
      body,
      key: fc.oneof(fc.uuid(), fc.string({ maxLength: 10 })),
      type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/plain'),
      ifMatch: fc.option(fc.oneof(fc.constantFrom('"1"', '*', '"x"', '1'), fc.string({ maxLength: 5 })), {
        nil: undefined,
      }),
    });
    const property = fc.asyncProperty(
      request,
      async ({ route, parameter: id, query: asked, body: sent, key, type, ifMatch }) => {
        const path = route.path.replace(
          ':noteId',
          /^%[0-9a-f]{2}/u.test(id) ? id : encodeURIComponent(id.toWellFormed()),
        );
        const search = new URLSearchParams(
          Object.entries(asked).map(([name, value]): [string, string] => [name, value.toWellFormed()]),
        );
        const answer = await service().running.app.inject({
          method: route.method as 'GET' | 'POST',
          url: `/api/support${path}?${search.toString()}`,
          headers: {
            'x-pledge-identity': agent,
            'idempotency-key': key,
            ...(sent !== undefined && route.method === 'POST' && { 'content-type': type }),
            ...(ifMatch !== undefined && { 'if-match': ifMatch }),
          },
          ...(sent !== undefined && route.method === 'POST' && { payload: sent }),
        });
        if (answer.statusCode >= 500) throw new Error(`${answer.statusCode} ${answer.payload}`);
        if (answer.statusCode >= 400)
          expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      },
    );
    await fc.assert(property, { numRuns: 500 });
  });
});

it('what is no HTTP is told so as everything else is', async () => {
  const { hostname, port } = new URL(service().running.url);
  const socket = createConnection(Number(port), hostname);
  socket.write('hello\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"malformed"/su);
});
