import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const contentSecurityPolicy = [
  `default-src 'self'`,
  `script-src 'self'`,
  // antd writes its styles into the page.
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self' blob:`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

const missing = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Pledge</title></head>
<body style="font:16px/1.6 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem"><h1>Pledge</h1>
<p>系统已启动，但网页尚未构建。请在项目目录运行 <code>npm run build</code>，然后刷新本页。</p>
<p lang="en">The system is running, but its web pages are not built yet. Run <code>npm run build</code> and reload.</p>
<p><a href="/api/docs">API</a> · <a href="/api/health">health</a></p></body></html>`;

/** `/`: the console's build; any page of its own is its index, everything else is what it is or is not there. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  server.addHook('onRequest', async (_request, reply) => {
    void reply.header('content-security-policy', contentSecurityPolicy);
  });
  await server.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });

  server.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) return notThere(reply);
    if (path.startsWith('/assets/')) {
      return send(reply.header('cache-control', 'public, max-age=31536000, immutable'), path);
    }
    if (path !== '/index.html' && /\.\w+$/u.test(path)) return send(reply.header('cache-control', 'no-cache'), path);
    if (path !== '/' && !wantsPage(request)) return notThere(reply);
    void reply.header('cache-control', 'no-cache');
    return existsSync(join(folder, 'index.html'))
      ? reply.sendFile('index.html')
      : reply.type('text/html; charset=utf-8').send(missing);
  });
}

const send = (reply: FastifyReply, path: string): FastifyReply => reply.sendFile(decoded(path).slice(1));

function notThere(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

const wantsPage = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/html') ?? false;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
