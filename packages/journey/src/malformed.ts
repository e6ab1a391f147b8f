import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { addressOf } from '@pledge/client';
import type { RouteContract } from '@pledge/contracts';
import { departments } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import type { RunningStack } from './stack.js';
import type { People, Person } from './person.js';

const isRoute = (value: unknown): value is RouteContract =>
  typeof value === 'object' && value !== null && 'method' in value && 'reply' in value;

const deadLetters = departments.flatMap((service) => Object.values(http.deadLetterRoutes(service)));
/** Every route of the stack but those that sign somebody in or out, and the one that may say that it is not well. */
const exported: readonly unknown[] = Object.values(http);
const routes: readonly RouteContract[] = [...exported.filter(isRoute), ...deadLetters].filter(
  ({ path }) => !path.startsWith('/session') && path !== '/health',
);

const bodies: readonly (readonly [string, string])[] = [
  ['a list', '[]'],
  ['a text', '"text"'],
  ['null', 'null'],
  ['a number', '7'],
  ['half a document', '{"a":'],
  ['nothing where something belongs', '{}'],
  ['a field nobody knows', '{"__proto__":{"admin":true},"unheardOf":1}'],
  [
    'fields of another kind',
    JSON.stringify(
      Object.fromEntries(
        [
          'kind',
          'channel',
          'text',
          'reason',
          'note',
          'engineerId',
          'content',
          'answer',
          'question',
          'quantity',
          'expectedArrivalAt',
          'conduct',
          'signature',
          'description',
        ].map((name) => [name, { deep: [[[]]] }]),
      ),
    ),
  ],
  [
    'a NUL',
    '{"text":"a\\u0000b","description":"\\u0000","reason":"\\u0000","note":"\\u0000","answer":"\\u0000","question":"\\u0000","content":"\\u0000"}',
  ],
];
const queries = [
  'limit=0',
  'limit=9999',
  'limit=x',
  'cursor=%00',
  'cursor=%E0%A4%A',
  'cursor=eyJhIjoxfQ',
  'q=%25%27%22%5C',
  'requestId=1',
  'status=%F0%9F%98%80',
  'open=perhaps',
];

/** Somebody who may call a route, so that what is refused is what was sent. */
const callerOf = (people: People, { may }: RouteContract): Promise<Person> =>
  people.as(Array.isArray(may) ? (may[0] ?? 'agent') : 'agent');

const paramsOf = ({ params }: RouteContract): Record<string, string> =>
  Object.fromEntries(Object.keys(params.shape).map((name) => [name, randomUUID()]));

/** What people and programs send that is not what it should be, on every route of the running stack. */
export function describeMalformed(given: () => { stack: RunningStack; people: People }): void {
  const send = async (route: RouteContract, query: string, body: string | undefined) => {
    const { stack, people } = given();
    const { cookie, session } = await callerOf(people, route);
    const answer = await fetch(`${stack.url}${addressOf(route, paramsOf(route), {})}${query}`, {
      method: route.method,
      headers: {
        cookie,
        'x-csrf-token': session.csrfToken,
        'idempotency-key': randomUUID(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    const type = answer.headers.get('content-type') ?? '';
    const problem = type.includes('json') ? ((await answer.json()) as { errors?: unknown[] }) : {};
    return { status: answer.status, type, problem };
  };

  describe('what is not what it should be', () => {
    const commands = routes.filter(({ method }) => method === 'POST' || method === 'PUT');
    it.each(commands.map((route) => [`${route.service} ${route.path}`, route] as const))(
      'is refused by the field: %s',
      async (_name, route) => {
        const demanding = !route.body.safeParse({}).success;
        for (const [what, body] of bodies) {
          const { status, type, problem } = await send(route, '', body);
          expect([what, status < 500]).toEqual([what, true]);
          if (status >= 400) expect([what, type]).toEqual([what, expect.stringContaining('application/problem+json')]);
          if (demanding) expect([what, status, problem.errors?.length ?? 0]).toEqual([what, 400, expect.any(Number)]);
          if (demanding && body === '{}') expect(JSON.stringify(problem.errors)).toMatch(/pointer/u);
        }
      },
    );

    const gets = routes.filter(({ method }) => method === 'GET');
    it.each(gets.map((route) => [`${route.service} ${route.path}`, route] as const))(
      'never breaks a question: %s',
      async (_name, route) => {
        for (const query of queries) {
          const { status } = await send(route, `?${query}`, undefined);
          expect([query, status < 500]).toEqual([query, true]);
        }
      },
    );
  });
}
