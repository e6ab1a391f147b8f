import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describedEvents, stackAsyncApi } from './asyncapi.query.js';
import { eventsPage } from './events-page.js';
import { stackOpenApi } from './openapi.query.js';

const version = '0.1.0';
const interfaceFiles = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']);

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pledge: API</title>
<link rel="icon" href="/api/docs/ui/favicon-32x32.png"><link rel="stylesheet" href="/api/docs/ui/swagger-ui.css"></head>
<body><p style="font:14px system-ui;margin:1rem">Events: <a href="/api/docs/events">to read</a>, <a href="/api/docs/asyncapi.json">AsyncAPI 3</a></p>
<div id="swagger-ui"></div>
<script src="/api/docs/ui/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const start = `SwaggerUIBundle({ url: '/api/docs/openapi.json', dom_id: '#swagger-ui', deepLinking: true,
  docExpansion: 'none', tagsSorter: 'alpha', validatorUrl: null, withCredentials: true });`;

/** `/api/docs`: the reference of all actions and events, made from the contracts. */
export async function serveDocs(server: FastifyInstance): Promise<void> {
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const openApi = once(() => JSON.stringify(stackOpenApi(version)));
  const asyncApi = once(() => JSON.stringify(stackAsyncApi(version)));
  const events = once(() => eventsPage(describedEvents()));
  const served: [path: string, type: string, text: () => string][] = [
    ['/api/docs', 'text/html', () => page],
    ['/api/docs/start.js', 'text/javascript', () => start],
    ['/api/docs/openapi.json', 'application/json', openApi],
    ['/api/docs/asyncapi.json', 'application/json', asyncApi],
    ['/api/docs/events', 'text/html', events],
  ];
  for (const [path, type, text] of served) {
    server.get(path, (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-cache').send(text()),
    );
  }
  await server.register(fastifyStatic, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
    prefix: '/api/docs/ui/',
    decorateReply: false,
    index: false,
    maxAge: 86_400_000,
    allowedPath: (path) => interfaceFiles.has(path),
  });
}
