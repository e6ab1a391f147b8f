import type { RouteContract, Takes } from '@pledge/contracts';
import { identityHeader } from '@pledge/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail', 'code'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body' },
          parameter: { type: 'string' },
          header: { type: 'string' },
          detail: { type: 'string' },
          code: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of one service's routes. */
export function openApiOf(service: string, routes: readonly RouteContract[], prefix = `/api/${service}`): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `${prefix}${route.path.replace(/:(\w+)/gu, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: `Pledge: ${service}`, version: '1' },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { identity: { type: 'apiKey', in: 'header', name: identityHeader } },
    },
  };
}

/** The routes among what a module of the contracts exports. */
export const routesIn = (exported: Readonly<Record<string, unknown>>, service: string): RouteContract[] =>
  Object.values(exported).filter(
    (value): value is RouteContract =>
      typeof value === 'object' &&
      value !== null &&
      'service' in value &&
      value.service === service &&
      'method' in value &&
      'reply' in value,
  );

function operationOf(route: RouteContract): Json {
  const body = schemaOf(route.body, 'input');
  const takesBody =
    ['POST', 'PUT'].includes(route.method) &&
    Object.keys((body.properties as Json | undefined) ?? body.anyOf ?? {}).length > 0;
  return {
    operationId: route.name,
    tags: [route.service],
    summary: route.summary,
    ...(route.may === 'anyone' ? { security: [] } : { security: [{ identity: [] }] }),
    'x-may': route.may,
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.method !== 'GET'
        ? [
            headerOf(
              'idempotency-key',
              'The same key gets the same answer for at least 30 days; from who is not signed in, the same key with the same content.',
            ),
            headerOf('if-match', 'The ETag of the record as it was seen.'),
          ]
        : []),
      ...(isSigned(route) ? signing : []),
    ],
    ...(takesBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(route.takes?.as === 'file' && { requestBody: { required: true, content: form } }),
    ...(route.takes?.as === 'signed-bytes' && { requestBody: { required: true, content: bytesOf(route.takes) } }),
    responses: responsesOf(route),
  };
}

const isSigned = ({ takes }: RouteContract): boolean => takes?.as === 'signed-json' || takes?.as === 'signed-bytes';
const bytesOf = ({ mediaTypes }: Takes): Json =>
  Object.fromEntries(mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));

const form = {
  'multipart/form-data': {
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  },
};

function responsesOf(route: RouteContract): Json {
  const refusals = Object.entries(route.refusals).map(
    ([code, said]) => `- \`${code}\`: ${typeof said === 'string' ? said : said.en}`,
  );
  const content =
    route.produces === 'application/json'
      ? { 'application/json': { schema: schemaOf(route.reply, 'output') } }
      : { [route.produces]: { schema: { type: 'string', format: 'binary' } } };
  return {
    [route.status]: { description: route.status === 201 ? 'Created.' : 'As asked.', content },
    400: problem('What was sent does not parse; `errors` names every field.'),
    ...(route.may !== 'anyone' && { 401: problem('Nobody is signed in.') }),
    ...(isSigned(route) && { 401: problem('The signature does not fit the body, or is too old.') }),
    404: problem('There is no such record, or it is not for you.'),
    ...(route.method !== 'GET' && {
      409: problem(['Not possible in this state.', ...refusals].join('\n')),
      412: problem('The record has changed; `current` is how it is now.'),
      413: problem('The body is too large.'),
      415: problem('The body is of another kind than the route takes.'),
      422: problem('A field is refused by a rule, or the key was used for something else.'),
    }),
    503: problem('Try again in a moment.'),
  };
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const headerOf = (name: string, description: string): Json => ({
  name,
  in: 'header',
  description,
  schema: { type: 'string' },
});

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: described,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}

/** Standard Webhooks. */
const signing: readonly Json[] = [
  headerOf('webhook-id', 'The delivery, the same for every attempt.'),
  headerOf('webhook-timestamp', 'When it was signed, in seconds since 1970; at most five minutes from now.'),
  headerOf(
    'webhook-signature',
    '`v1,` and the HMAC-SHA256 of `webhook-id`.`webhook-timestamp`.`body` in base64, with the secret that was agreed.',
  ),
];
