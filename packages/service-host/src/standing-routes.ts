import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Service } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import { deadLetterRoutes } from '@pledge/contracts/http';
import type { Messaging } from '@pledge/messaging';
import type { DataSource } from 'typeorm';
import { healthOf } from './health.js';
import { singleFlight } from './single-flight.js';
import { openApiOf, routesIn } from './openapi.js';

const freshForMs = 1_000;

export interface Standing {
  readonly service: Service;
  readonly db: DataSource;
  readonly state: { readonly stopping: boolean };
  readonly messaging: Messaging | undefined;
}

/** What every service answers below its prefix, to anybody inside the house: health, metrics, the reference. */
export async function standingRoutes(app: NestFastifyApplication, standing: Standing): Promise<void> {
  const { service, db, state, messaging } = standing;
  const server = app.getHttpAdapter().getInstance();
  const prefix = `/api/${service}`;

  const examined = singleFlight(() => healthOf({ db, service, messaging }), freshForMs);
  server.get(`${prefix}/health/live`, () => ({ live: true }));
  server.get(`${prefix}/health/ready`, async (_request, reply) => {
    const health = await examined();
    const ready = health.ready && !state.stopping;
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ...health, ready });
  });

  server.get(`${prefix}/metrics`, async (_request, reply) => {
    const { metrics } = await import('./metrics.js');
    const { contentType, text } = await metrics();
    return reply.type(contentType).send(text);
  });

  let reference: object | undefined;
  server.get(`${prefix}/openapi.json`, () => {
    const routes = [...routesIn(http, service), ...Object.values(deadLetterRoutes(service))];
    return (reference ??= openApiOf(service, routes, service === 'gateway' ? '/api' : prefix));
  });
}
