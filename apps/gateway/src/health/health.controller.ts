import type { Service } from '@pledge/contracts';
import type { FastifyInstance } from 'fastify';
import { singleFlight } from '@pledge/service-host';
import { stack } from './health.query.js';

const patienceMs = 1_500;
const freshForMs = 1_000;

/** `GET /api/health`: one answer for the whole stack, the same for all who ask within a second. */
export function serveHealth(server: FastifyInstance, serviceUrls: Readonly<Record<string, string>>): void {
  async function ask(service: Service): Promise<unknown> {
    const path = `/api/${service}/health/ready`;
    if (service === 'gateway') return (await server.inject(path)).json();
    const url = serviceUrls[service];
    if (url === undefined) throw new Error(`nobody said where ${service} is`);
    const answer = await fetch(new URL(path, url), { signal: AbortSignal.timeout(patienceMs) });
    return answer.json();
  }
  const look = singleFlight(() => stack(ask), freshForMs);

  server.get('/api/health', async (_request, reply) => {
    const found = await look();
    return reply
      .code(found.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(found);
  });
}
