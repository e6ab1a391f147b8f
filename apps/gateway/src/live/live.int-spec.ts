import { describe, expect, it } from '@jest/globals';
import { connect, headers } from '@nats-io/transport-node';
import type { LiveUpdate } from '@pledge/contracts/http';
import { eventually } from '@pledge/testing/eventually';
import { randomUUID } from 'node:crypto';
import { stack } from '../testbed/stack.module.js';

const here = stack((_request, response) => response.end('{}'));

interface Received {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Subscriptions `/api/live` until told to stop. */
async function watch(cookie: string, lastEventId?: string) {
  const abort = new AbortController();
  const response = await fetch(`${here().running.url}/api/live`, {
    headers: { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    signal: abort.signal,
  });
  const heard: Received[] = [];
  const state = { lastId: '', ended: false };
  const reading = (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
        if (field('id')) state.lastId = field('id');
        if (field('data')) heard.push({ id: field('id'), event: field('event'), data: field('data') });
      }
    }
    state.ended = true;
  })().catch(() => {
    state.ended = true;
  });
  const stop = async () => {
    abort.abort();
    await reading;
  };
  return { response, heard, state, stop };
}

async function say(type: string, requestId: string, about = randomUUID()): Promise<void> {
  const nc = await connect({ servers: here().bus.url });
  const told = headers();
  told.set('ce-partitionkey', requestId);
  told.set('ce-subject', about);
  told.set('ce-time', '2026-11-22T08:00:00Z');
  nc.publish(type, JSON.stringify({ requestId, reportedBy: { phone: '13800000001' } }), { headers: told });
  await nc.drain();
}

type Watch = Awaited<ReturnType<typeof watch>>;
const updates = ({ heard }: Watch): LiveUpdate[] =>
  heard.filter(({ event }) => event === 'update').map(({ data }) => JSON.parse(data) as LiveUpdate);

/** Says something about a request until it is heard: the gateway may still be on its way to the bus. */
async function heardOnce(watching: Watch): Promise<string> {
  const requestId = randomUUID();
  await eventually(
    async () => {
      await say('intake.request-received.v1', requestId);
      return updates(watching).some((update) => update.requestId === requestId);
    },
    { every: 100 },
  );
  return requestId;
}

describe('live updates', () => {
  it('say what happened, and nothing about a person', async () => {
    const { cookie } = await here().signIn('dispatcher');
    const watching = await watch(cookie);
    expect(watching.response.headers.get('content-type')).toMatch(/^text\/event-stream/u);
    await heardOnce(watching);
    const [requestId, about] = [randomUUID(), randomUUID()];
    await say('dispatch.order-opened.v1', requestId, about);
    await say('parts.part-catalogued.v1', about, about);
    await eventually(() => updates(watching).at(-1)?.type === 'parts.part-catalogued.v1');
    expect(updates(watching).slice(-2)).toEqual([
      { type: 'dispatch.order-opened.v1', requestId, about, at: '2026-11-22T08:00:00Z' },
      { type: 'parts.part-catalogued.v1', requestId: null, about, at: '2026-11-22T08:00:00Z' },
    ]);
    expect(JSON.stringify(watching.heard)).not.toContain('13800000001');
    await watching.stop();
  });

  it('go on where the line broke', async () => {
    const { cookie } = await here().signIn('dispatcher');
    const first = await watch(cookie);
    await heardOnce(first);
    await first.stop();
    const meanwhile = await watch(cookie);
    const missed = [randomUUID(), randomUUID()];
    for (const requestId of missed) await say('intake.request-received.v1', requestId);
    await eventually(() => updates(meanwhile).at(-1)?.requestId === missed[1]);
    const again = await watch(cookie, first.state.lastId);
    await eventually(() => updates(again).length >= 2);
    expect(
      updates(again)
        .map(({ requestId }) => requestId)
        .slice(-2),
    ).toEqual(missed);
    expect(again.heard.some(({ event }) => event === 'resync')).toBe(false);
    await Promise.all([meanwhile.stop(), again.stop()]);
  });

  it('begin with a resync for who heard another gateway', async () => {
    const { cookie } = await here().signIn('dispatcher');
    const watching = await watch(cookie, 'another-7');
    await eventually(() => watching.heard[0]?.event === 'resync');
    await watching.stop();
  });

  it('stay while the bus is away, and say so when it is back', async () => {
    const { cookie } = await here().signIn('dispatcher');
    const watching = await watch(cookie);
    await heardOnce(watching);
    await here().bus.kill();
    await here().bus.start();
    await eventually(() => watching.heard.at(-1)?.event === 'resync', { within: 20_000 });
    await heardOnce(watching);
    expect(watching.state.ended).toBe(false);
    await watching.stop();
  });

  it('end with the session', async () => {
    const { cookie, csrfToken } = await here().signIn('dispatcher');
    const watching = await watch(cookie);
    await here().call('DELETE', '/api/session', { headers: { cookie, 'x-csrf-token': csrfToken } });
    await eventually(() => watching.state.ended, { within: 6_000 });
  });

  it('are for staff', async () => {
    expect((await here().call('GET', '/api/live')).status).toBe(401);
    const { cookie } = await here().signIn('customer-contact');
    expect((await here().call('GET', '/api/live', { headers: { cookie } })).status).toBe(404);
  });
});
