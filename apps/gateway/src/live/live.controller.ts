import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Logger } from '@pledge/messaging';
import { answerProblem } from '../problems.controller.js';
import { visitOf } from '../sessions/door.commands.js';
import type { Updates } from './updates.projection.js';

const heartbeatMs = 15_000;
const checkSessionsMs = 4_000;
/** A client that leaves this much unread is let go; it resumes when it can. */
const mostUnread = 256 * 1024;

export interface Live {
  readonly updates: Updates;
  /** Those of the session tokens that are still good. */
  readonly living: (tokens: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly log: Logger;
}

/** `GET /api/live`: server-sent events for staff, resumable. */
export function serveLive(server: FastifyInstance, { updates, living, log }: Live): void {
  const watching = new Map<ServerResponse, string>();

  function send(to: ServerResponse, text: string): void {
    if (to.writableLength > mostUnread) to.destroy();
    else to.write(text);
  }
  function sendAll(text: string): void {
    for (const to of watching.keys()) send(to, text);
  }
  async function letGoOfEnded(): Promise<void> {
    if (watching.size === 0) return;
    const good = await living([...new Set(watching.values())]);
    for (const [to, token] of watching) if (!good.has(token)) to.end();
  }

  const unsubscribe = updates.subscribe(({ text }) => sendAll(text));
  const timers = [
    setInterval(() => sendAll(':\n\n'), heartbeatMs),
    setInterval(() => {
      letGoOfEnded().catch((err: unknown) => log.warn({ err }, 'sessions of live updates could not be checked'));
    }, checkSessionsMs),
  ];
  server.addHook('preClose', async () => {
    for (const timer of timers) clearInterval(timer);
    unsubscribe();
    for (const to of watching.keys()) to.end();
    await updates.close();
  });

  server.get('/api/live', { exposeHeadRoute: false }, (request, reply) => {
    const visit = visitOf(request);
    if (!visit) return answerProblem(request, reply, 'not-signed-in');
    if (visit.session.user.role === 'customer-contact') return answerProblem(request, reply, 'not-found');
    reply.hijack();
    const to = reply.raw;
    to.writeHead(200, {
      ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const lastId = request.headers['last-event-id'];
    const missed = typeof lastId === 'string' ? updates.ring.after(lastId) : [];
    const begin = missed ? missed.map(({ text }) => text).join('') : 'event: resync\ndata: {}\n\n';
    to.write(`retry: 1000\n\n${begin}id: ${updates.ring.latest}\n\n`);
    watching.set(to, visit.token);
    to.on('close', () => watching.delete(to)).on('error', () => to.destroy());
    return reply;
  });
}
