import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { endBroken } from './broken-request.js';

const soon = { headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 10 };
const server = createServer(soon, (request, response) => {
  request.resume().on('end', () => response.end('heard'));
});
server.on('clientError', endBroken);
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  server.close();
});

/** All that is said on a connection until its end, after these were written to it. */
async function answerTo(sent: string): Promise<string> {
  const socket = createConnection((server.address() as AddressInfo).port, '127.0.0.1');
  if (sent !== '') socket.write(sent);
  return text(socket);
}

describe('a connection that brings no request', () => {
  it('ends without a word where nothing came: it would be read as the answer to what comes next', async () => {
    expect(await answerTo('')).toBe('');
  });

  it.each([
    ['breaks off in its headers', 'GET / HTTP/1.1\r\nhost: x\r\n', 408, 'request-incomplete'],
    [
      'breaks off in its body',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf',
      408,
      'request-incomplete',
    ],
    ['is no HTTP', 'hello\r\n\r\n', 400, 'malformed'],
    ['has headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('is told why where it %s', async (_, sent, status, code) => {
    const [head = '', body = ''] = (await answerTo(sent)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} .+content-type: application/problem\\+json`, 'su'));
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it('does not touch a whole request', async () => {
    expect(await answerTo('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/heard/u);
  });
});
