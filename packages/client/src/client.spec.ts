import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  closeOrder,
  deleteTemplate,
  getOrder,
  listOrders,
  respondToRequest,
  signIn,
  uploadAttachment,
} from '@pledge/contracts/http';
import type { Call } from './client.js';
import { clientOf } from './client.js';
import { Problem, Unreachable } from './problem.js';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const orderId = '018f7a52-0000-7000-8000-000000000001';
let server: Server;
let heard: Received[];
let answer: (response: ServerResponse) => void;
let call: Call;
let serverTimes: number[];

beforeEach(async () => {
  heard = [];
  serverTimes = [];
  answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method, url, headers } = incoming;
      heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  ({ call } = clientOf({
    origin: `http://127.0.0.1:${port}`,
    csrfToken: () => 'token-1',
    headers: () => ({ 'accept-language': 'zh' }),
    onServerTime: (ms) => serverTimes.push(ms),
  }));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const failure = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a file', () => {
  it('is sent as the field of a form, under the key of its intent', async () => {
    const content = new Blob(['page one'], { type: 'image/png' });
    await call(uploadAttachment, {}, { file: { content, name: '传真.png' }, idempotencyKey: 'key-1' });
    const [{ method, headers, body } = heard[0]!] = heard;
    expect([method, headers['idempotency-key'], headers['x-csrf-token']]).toEqual(['POST', 'key-1', 'token-1']);
    expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/u);
    expect(body).toMatch(/name="file"; filename="传真.png"[^]*page one/u);
  });
});

describe('a question', () => {
  it('is a GET with its query and without keys', async () => {
    expect(await call(listOrders, { query: { open: 'true', limit: 5 } })).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({ method: 'GET', url: '/api/dispatch/orders?open=true&limit=5', body: '' });
    expect(heard[0]?.headers['idempotency-key']).toBeUndefined();
    expect(heard[0]?.headers['x-csrf-token']).toBeUndefined();
    expect(heard[0]?.headers['accept-language']).toBe('zh');
  });
  it('tells the time of the server', async () => {
    await call(getOrder, { params: { orderId } });
    expect(Math.abs((serverTimes[0] ?? 0) - Date.now())).toBeLessThan(60_000);
  });
});

describe('a command', () => {
  it('carries the token against forgery, what the person saw, and the key of the intent', async () => {
    await call(closeOrder, { params: { orderId } }, { ifMatch: 7, idempotencyKey: 'intent-1' });
    expect(heard[0]?.headers).toMatchObject({
      'x-csrf-token': 'token-1',
      'if-match': '"7"',
      'idempotency-key': 'intent-1',
    });
  });
  it('has a key of its own unless told', async () => {
    await call(closeOrder, { params: { orderId } });
    await call(closeOrder, { params: { orderId } });
    const [first, second] = heard.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^[0-9a-f-]{36}$/u);
    expect(first).not.toBe(second);
  });
  it('has a key also where it deletes', async () => {
    await call(deleteTemplate, { params: { templateId: orderId } });
    expect(heard[0]).toMatchObject({ method: 'DELETE', url: `/api/intake/templates/${orderId}` });
    expect(heard[0]?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/u);
  });
  it('sends its body as JSON', async () => {
    await call(respondToRequest, { params: { requestId: orderId }, body: { text: '已安排' } });
    expect(heard[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ text: '已安排' });
  });
  it('does not compile without what the route needs', () => {
    const wrong = () => {
      // @ts-expect-error -- the order's id is missing
      void call(getOrder, { params: {} });
      // @ts-expect-error -- the params are missing
      void call(getOrder);
      // @ts-expect-error -- the body is missing
      void call(signIn, {});
      // @ts-expect-error -- no such filter
      void call(listOrders, { query: { colour: 'red' } });
    };
    expect(wrong).toBeDefined();
  });
});

describe('a refusal', () => {
  it('is a Problem with its code, the fields and the record as it is now', async () => {
    answer = (response) =>
      response.writeHead(412, { 'content-type': 'application/problem+json' }).end(
        JSON.stringify({
          type: '/problems/stale-version',
          title: 'Stale',
          status: 412,
          detail: '别人刚改过',
          code: 'stale-version',
          errors: [{ pointer: '#/reportedBy/phone', detail: '电话' }],
          current: { version: 8 },
        }),
      );
    const problem = await failure(call(closeOrder, { params: { orderId } }));
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 412,
      code: 'stale-version',
      detail: '别人刚改过',
      errors: [{ pointer: '/reportedBy/phone', detail: '电话' }],
      current: { version: 8 },
    });
  });
  it('takes its code from the type where none is named', async () => {
    answer = (response) =>
      response
        .writeHead(409, { 'content-type': 'application/problem+json' })
        .end('{"type":"https://pledge.example/problems/order-not-signed"}');
    expect(await failure(call(closeOrder, { params: { orderId } }))).toMatchObject({ code: 'order-not-signed' });
  });
  it('without any JSON is still a Problem', async () => {
    answer = (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
    expect(await failure(call(getOrder, { params: { orderId } }))).toMatchObject({ status: 502, errors: [] });
  });
});

describe('no answer', () => {
  it('is Unreachable: what became of the command is not known', async () => {
    answer = (response) => response.destroy();
    expect(await failure(call(closeOrder, { params: { orderId } }))).toBeInstanceOf(Unreachable);
  });
  it('that breaks off in the middle is Unreachable too', async () => {
    answer = (response) => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":');
      setImmediate(() => response.destroy());
    };
    expect(await failure(call(closeOrder, { params: { orderId } }))).toBeInstanceOf(Unreachable);
  });
  it('is what a server says that did not hear the whole of it: it is to be sent again', async () => {
    answer = (response) => response.writeHead(408, { 'content-type': 'application/problem+json' }).end('{}');
    expect(await failure(call(closeOrder, { params: { orderId } }))).toBeInstanceOf(Unreachable);
  });
  it('is not what an abort says', async () => {
    const controller = new AbortController();
    answer = () => controller.abort();
    const error = await failure(call(getOrder, { params: { orderId } }, { signal: controller.signal }));
    expect(error).not.toBeInstanceOf(Unreachable);
    expect(error).toMatchObject({ name: 'AbortError' });
  });
});
