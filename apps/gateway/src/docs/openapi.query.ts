import type { RouteContract } from '@pledge/contracts';
import { services } from '@pledge/contracts';
import * as http from '@pledge/contracts/http';
import { openApiOf, routesIn } from '@pledge/service-host';

type Json = Record<string, unknown>;
interface Document {
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: { readonly schemas: Json };
}

const description = `Every action of every department, behind one origin.

Sign in with \`POST /api/session\` (in demo mode \`POST /api/session/demo\`): the answer sets a cookie and gives a \`csrfToken\`, which every
\`POST\` and \`DELETE\` carries in \`x-csrf-token\`. A \`POST\` that creates or moves something carries an \`Idempotency-Key\`. Live updates are
server-sent events at \`GET /api/live\`. Errors are \`application/problem+json\`.`;

/** The OpenAPI 3.1 document of the whole stack, as it is called through the gateway. */
export function stackOpenApi(version: string): Json {
  const documents = services.map((service) => {
    const routes: RouteContract[] = [...routesIn(http, service), ...Object.values(http.deadLetterRoutes(service))];
    const prefix = service === 'gateway' ? '/api' : `/api/${service}`;
    return { service, document: openApiOf(service, routes, prefix) as unknown as Document };
  });
  const names = new Map<unknown, number>();
  for (const operation of documents.flatMap(({ document }) => operationsOf(document))) {
    names.set(operation.operationId, (names.get(operation.operationId) ?? 0) + 1);
  }
  const paths: Record<string, Json> = {};
  for (const { service, document } of documents) {
    for (const [path, methods] of Object.entries(document.paths)) {
      paths[path] = Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => {
          const name = String(operation.operationId);
          const operationId = (names.get(name) ?? 0) > 1 ? `${service}.${name}` : name;
          return [method, { ...operation, operationId, security: securityOf(method, operation) }];
        }),
      );
    }
  }
  paths['/api/live'] = { get: live };
  return {
    openapi: '3.1.0',
    info: { title: 'Pledge', version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: services.map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.assign({}, ...documents.map(({ document }) => document.components.schemas)) as Json,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'pledge',
          description: 'The session’s cookie; under TLS its name is `__Host-pledge`.',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'x-csrf-token',
          description: 'The `csrfToken` of the session, for everything that is not a GET.',
        },
      },
    },
  };
}

const operationsOf = ({ paths }: Document): Json[] => Object.values(paths).flatMap((methods) => Object.values(methods));

const securityOf = (method: string, { security }: Json): object[] => {
  if (Array.isArray(security) && security.length === 0) return [];
  return [method === 'get' ? { session: [] } : { session: [], csrf: [] }];
};

const live: Json = {
  operationId: 'live',
  tags: ['gateway'],
  summary: 'What happens in the stack, as server-sent events, for staff.',
  description:
    'Events `update` carry `{type, requestId, about, at}`; an event `resync` says that something may have been missed. ' +
    'A listener that broke off goes on with `Last-Event-ID`.',
  security: [{ session: [] }],
  parameters: [{ name: 'last-event-id', in: 'header', schema: { type: 'string' } }],
  responses: { 200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
};
