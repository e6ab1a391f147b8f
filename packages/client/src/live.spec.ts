import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveUpdate } from '@pledge/contracts/http';
import { EventSource } from 'undici';
import type { EventStream, LiveState } from './live.js';
import { live } from './live.js';

const update: LiveUpdate = {
  type: 'intake.request-received.v1',
  requestId: 'r',
  about: 'r',
  at: '2026-11-22T08:00:00Z',
};
const open = (url: string) => new EventSource(url) as unknown as EventStream;

let server: Server;
let origin: string;
let stop: () => void;
let onConnect: (incoming: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  stop = () => undefined;
  server = createServer((incoming, response) => onConnect(incoming, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  stop();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const begin = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
const say = (response: ServerResponse, id: string) =>
  response.write(`id: ${id}\nevent: update\ndata: ${JSON.stringify({ ...update, about: id })}\n\n`);

describe('live updates', () => {
  it('arrive from /api/live, and say when connected', async () => {
    const states: LiveState[] = [];
    onConnect = (incoming, response) => {
      expect(incoming.url).toBe('/api/live');
      begin(response);
      say(response, '1');
    };
    const heard = await new Promise<LiveUpdate>((onUpdate) => {
      stop = live({ onUpdate, onState: (state) => states.push(state) }, { origin, open });
    });
    expect(heard).toEqual({ ...update, about: '1' });
    expect(states).toEqual(['connecting', 'connected']);
  });

  it('begin with a resync: what happened before the stream was open was not heard', async () => {
    onConnect = (_incoming, response) => begin(response).write(':\n\n');
    await new Promise<void>((onResync) => {
      stop = live({ onUpdate: () => undefined, onResync }, { origin, open });
    });
  });

  it('go on after the last one heard when the line broke', async () => {
    const lastIds: (string | undefined)[] = [];
    onConnect = (incoming, response) => {
      lastIds.push(incoming.headers['last-event-id'] as string | undefined);
      begin(response);
      response.write('retry: 5\n\n');
      say(response, String(lastIds.length));
      if (lastIds.length === 1) setImmediate(() => response.end());
    };
    const heard: string[] = [];
    await new Promise<void>((done) => {
      const onUpdate = ({ about }: LiveUpdate) => {
        heard.push(about);
        if (about === '2') done();
      };
      stop = live({ onUpdate }, { origin, open });
    });
    expect(heard).toEqual(['1', '2']);
    expect(lastIds).toEqual([undefined, '1']);
  });

  it('ask for everything anew when the server says so', async () => {
    onConnect = (_incoming, response) => {
      begin(response);
      response.write('event: resync\ndata: {}\n\n');
    };
    await new Promise<void>((onResync) => {
      stop = live({ onUpdate: () => undefined, onResync }, { origin, open });
    });
  });

  it('are opened again after the server refused, and begin with a resync', async () => {
    let attempts = 0;
    const states: LiveState[] = [];
    onConnect = (_incoming, response) => {
      attempts += 1;
      if (attempts === 1) response.writeHead(503).end();
      else begin(response).write(':\n\n');
    };
    await new Promise<void>((onResync) => {
      stop = live(
        { onUpdate: () => undefined, onResync, onState: (state) => states.push(state) },
        { origin, open, retryMs: 1 },
      );
    });
    expect(attempts).toBe(2);
    expect(states).toEqual(['connecting', 'reconnecting', 'connected']);
  });
});
