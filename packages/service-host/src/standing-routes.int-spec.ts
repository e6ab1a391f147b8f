import { describe, expect, it, jest } from '@jest/globals';
import { notesService } from './testbed/notes-service.js';

const service = notesService();

describe('what every service answers', () => {
  it('is alive, and ready while its database writes, though the bus is away', async () => {
    expect((await service().call('GET', '/health/live')).json).toEqual({ live: true });
    const ready = await service().call('GET', '/health/ready');
    expect([ready.status, ready.json.ready, ready.json.checks.database]).toEqual([200, true, true]);
  });

  it('examines itself once, however many ask at once and a moment later', async () => {
    await service().call('GET', '/health/ready');
    const { db } = service().running;
    const query = jest.spyOn(db, 'query');
    const answers = await Promise.all(Array.from({ length: 100 }, () => service().call('GET', '/health/ready')));
    const examinations = query.mock.calls.filter(([text]) => text.includes('readiness')).length;
    query.mockRestore();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(examinations).toBeLessThanOrEqual(2);
  });

  it('describes itself in OpenAPI 3.1', async () => {
    const { json } = await service().call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    const answer = json.paths['/api/support/support-requests/{supportRequestId}/answer'].post;
    expect(Object.keys(answer.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '404', '409', '412', '422']),
    );
    expect(answer.requestBody.content['application/json'].schema.required).toEqual(['answer']);
    expect(json.paths['/api/support/dead-letters'].get.operationId).toBe('listDeadLetters');
  });

  it('counts for Prometheus', async () => {
    expect((await service().call('GET', '/metrics')).text).toContain('process_cpu_seconds_total');
  });

  it('a path nobody serves is a problem like any other', async () => {
    const answer = await service().call('GET', '/nowhere');
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
    const outside = await fetch(`${service().running.url}/else`);
    expect([outside.status, outside.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});
