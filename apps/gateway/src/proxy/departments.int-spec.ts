import { describe, expect, it } from '@jest/globals';
import { identityClaims } from '@pledge/contracts';
import { importJWK, jwtVerify } from 'jose';
import { stack } from '../testbed/stack.module.js';

const here = stack(({ url, body }, response) => {
  if (url.endsWith('/hang')) return;
  if (url.endsWith('/break')) {
    response.socket?.destroy();
    return;
  }
  response.setHeader('etag', '"3"');
  response.setHeader('server', 'secret');
  response.setHeader('set-cookie', 'pledge=stolen');
  if (url.endsWith('/form.pdf')) {
    response.setHeader('content-type', 'application/pdf').end('%PDF-1.7');
    return;
  }
  response.statusCode = url.includes('/created') ? 201 : 200;
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ body }));
});
const last = () => here().seen.at(-1)!;

describe('a request to a department', () => {
  it('arrives with our word about who is calling', async () => {
    const { cookie, csrfToken, session } = await here().signIn('agent');
    const answer = await here().call('POST', '/api/intake/requests/created?x=1&y=%20', {
      body: { description: '读卡无响应' },
      headers: {
        cookie,
        'x-csrf-token': csrfToken,
        'x-pledge-identity': 'forged',
        'idempotency-key': 'k-1',
        'if-match': '"2"',
        'accept-language': 'en',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.json.body)).toEqual({ description: '读卡无响应' });
    const { url, headers } = last();
    expect(url).toBe('/api/intake/requests/created?x=1&y=%20');
    expect(headers).toMatchObject({ 'idempotency-key': 'k-1', 'if-match': '"2"', 'accept-language': 'en' });
    expect(headers.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-/u);
    expect(headers.cookie ?? headers['x-csrf-token']).toBeUndefined();
    const { payload } = await jwtVerify(
      String(headers['x-pledge-identity']),
      await importJWK(here().publicKey, 'EdDSA'),
      {
        issuer: 'pledge-gateway',
        audience: 'intake',
      },
    );
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(300);
    expect(identityClaims.parse(payload)).toEqual({
      personId: session.user.personId,
      name: session.user.name,
      role: 'agent',
      roles: ['agent'],
      department: 'intake',
      customerId: null,
      language: 'zh',
    });
  });

  it('of a stranger arrives without any', async () => {
    await here().call('GET', '/api/intake/progress/x', { headers: { 'x-pledge-identity': 'forged' } });
    expect(last().headers['x-pledge-identity']).toBeUndefined();
    await here().call('GET', '/api/%69ntake/progress/x', {
      headers: { 'x-pledge-identity': 'forged', 'X-Pledge-Identity': 'forged' },
    });
    expect(last().headers['x-pledge-identity']).toBeUndefined();
  });

  it('needs the session’s token to change something', async () => {
    const { cookie } = await here().signIn('agent');
    const before = here().seen.length;
    for (const path of ['/api/intake/requests', '/api/%69ntake/requests']) {
      const { status } = await here().call('POST', path, { body: {}, headers: { cookie } });
      expect([403, 404]).toContain(status);
    }
    expect(here().seen).toHaveLength(before);
  });

  it('is answered without what is nobody’s business', async () => {
    const { headers } = await here().call('GET', '/api/intake/form.pdf');
    expect(headers).toMatchObject({ etag: '"3"', 'content-type': 'application/pdf' });
    expect(headers.server ?? headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ...[
      '/health/ready',
      '/health/live',
      '/health',
      '/health/',
      '/metrics',
      '/metrics?x',
      '/openapi.json',
      '/HEALTH/ready',
    ],
    ...[
      '/%6detrics',
      '/%68ealth/ready',
      '/openapi%2ejson',
      '/health%2fready',
      '/Metrics',
      '/OpenAPI.json',
      '//metrics',
    ],
    ...['/./metrics', '/x/../metrics', '/x/%2e%2e/health/ready', '/x/%2e%2E%2fmetrics', '/metrics#x', '/\\metrics'],
  ])('for %s is one for inside the stack, and not found', async (path) => {
    const before = here().seen.length;
    for (const method of ['GET', 'HEAD']) {
      const { status } = await here().call(method, `/api/intake${path}`);
      expect([404, 400]).toContain(status);
    }
    expect(here().seen.slice(before)).toEqual([]);
    const unknown = await here().call('GET', '/api/nothing');
    const { text, status } = await here().call('GET', '/api/intake/health/ready');
    expect([status, text]).toEqual([404, unknown.text]);
  });

  it.each(['/healths', '/x/health', '/requests?q=/health', '/requests?q=%2Fmetrics', '/x/%2Fmetrics'])(
    'for %s is passed on like any other',
    async (path) => {
      expect((await here().call('GET', `/api/intake${path}`)).status).toBe(200);
      expect(last().url).toBe(`/api/intake${path}`);
    },
  );

  it('that is too large is refused', async () => {
    const { cookie, csrfToken } = await here().signIn('agent');
    const headers = { cookie, 'x-csrf-token': csrfToken };
    const announced = await here().call('POST', '/api/intake/requests', { body: 'x'.repeat(1_048_577), headers });
    expect([announced.status, announced.json.code]).toEqual([413, 'body-too-large']);
    expect((await here().call('POST', '/api/intake/requests', { body: 'x'.repeat(1_048_576), headers })).status).toBe(
      200,
    );
  });

  it('that is not JSON goes to the department, which knows what to say', async () => {
    const { status } = await here().call('POST', '/api/intake/requests', {
      body: '{',
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(200);
    expect(last().body).toBe('{');
  });

  it('to one that is away is answered at once, naming it', async () => {
    for (const [path, department] of [
      ['/api/parts/stock', 'parts'],
      ['/api/dispatch/orders', 'dispatch'],
      ['/api/intake/break', 'intake'],
    ] as const) {
      const { status, headers, json } = await here().call('GET', path, { headers: { 'accept-language': 'en' } });
      expect([status, json.code, json.department]).toEqual([503, 'department-away', department]);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('to one that hangs is given up in less than ten seconds', async () => {
    const started = performance.now();
    const { json } = await here().call('GET', '/api/intake/hang');
    expect(json.department).toBe('intake');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('by strangers is slowed down where it sends something', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 25; n += 1) {
      statuses.push((await here().call('POST', '/api/intake/requests', { body: {} })).status);
    }
    expect(statuses).toContain(429);
    const { cookie, csrfToken } = await here().signIn('agent');
    const signedIn = { cookie, 'x-csrf-token': csrfToken };
    expect((await here().call('POST', '/api/intake/requests', { body: {}, headers: signedIn })).status).toBe(200);
  });
});

describe('addresses of nobody', () => {
  it.each(['/api', '/api/', '/api/nothing', '/api/intakes/x', '/api/session/x'])('%s are not found', async (path) => {
    const { status, headers } = await here().call('GET', path, { headers: { accept: 'text/html' } });
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
  });
});

describe('the stack', () => {
  it('says who does not take work', async () => {
    const { status, json } = await here().call('GET', '/api/health');
    expect(status).toBe(503);
    expect(json.ready).toBe(false);
    expect(json.services.gateway).toMatchObject({ ready: true });
    expect(json.services.parts).toEqual({ ready: false, checks: { reachable: false } });
  });
  it('shows its pages, and nothing in place of a missing file', async () => {
    for (const path of ['/', '/requests/1', '/portal']) {
      const { status, text, headers } = await here().call('GET', path, { headers: { accept: 'text/html' } });
      expect([status, text]).toEqual([200, '<!doctype html><title>console</title>']);
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain(`script-src 'self'`);
    }
    for (const path of ['/assets/gone.js', '/gone.js', '/..%2f..%2fpackage.json', '/%2e%2e/package.json']) {
      const { status } = await here().call('GET', path, { headers: { accept: '*/*' } });
      expect([400, 403, 404]).toContain(status);
    }
  });
  it('describes its actions and events', async () => {
    const { json: openApi } = await here().call('GET', '/api/docs/openapi.json');
    expect(openApi.openapi).toBe('3.1.0');
    expect(openApi.paths['/api/intake/requests'].post.security).toBeDefined();
    expect(openApi.paths['/api/session'].get.security).toEqual([{ session: [] }]);
    const ids = Object.values<Record<string, { operationId: string }>>(openApi.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const { json: asyncApi } = await here().call('GET', '/api/docs/asyncapi.json');
    expect(asyncApi.channels.RequestReceived.address).toBe('intake.request-received.v1');
    expect(asyncApi.operations['dispatch-hears-RequestReceived'].action).toBe('receive');
    expect((await here().call('GET', '/api/docs/events')).text).toContain('intake.request-received.v1');
    expect((await here().call('GET', '/api/docs')).text).toContain('swagger-ui');
    expect((await here().call('GET', '/api/docs/ui/swagger-ui.css')).status).toBe(200);
    expect((await here().call('GET', '/api/docs/ui/package.json')).status).toBe(404);
  });
});

describe('a stranger who asks about one label again and again', () => {
  it('is told when to come back, and nobody else is', async () => {
    const ask = (label: string) =>
      here().call('GET', `/api/intake/labels/${label}`, { headers: { 'accept-language': 'en' } });
    for (let asked = 0; asked < 20; asked += 1) expect((await ask('a-label-of-a-door')).status).toBe(200);
    const { status, headers, json } = await ask('%61-label-of-a-door');
    expect([status, json.code]).toEqual([429, 'too-many-requests']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/u);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('another-label-of-a-door')).status).toBe(200);
  });
});
